export { readReasons, type ReasonReading } from './read-reasons.js';
