/** There are no accounts yet: whoever reaches the port acts as this. */
export const LOCAL_OPERATOR = 'local';
