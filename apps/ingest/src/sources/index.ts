import { amazonTranscribeReader } from './amazon-transcribe/amazon-transcribe.reader.js';
import { assemblyaiReader } from './assemblyai/assemblyai.reader.js';
import { azureBatchReader } from './azure-batch/azure-batch.reader.js';
import { canonicalReader } from './canonical/canonical.reader.js';
import { ccaiInsightsReader } from './ccai-insights/ccai-insights.reader.js';
import { connectChatReader } from './connect-chat/connect-chat.reader.js';
import { contactLensVoiceReader } from './contact-lens-voice/contact-lens-voice.reader.js';
import { deepgramReader } from './deepgram/deepgram.reader.js';
import { chatwootReader } from './chatwoot/chatwoot.reader.js';
import { diapasonChatReader } from './diapason-chat/diapason-chat.reader.js';
import { emlReader } from './eml/eml.reader.js';
import { freshdeskReader } from './freshdesk/freshdesk.reader.js';
import { genesysReader } from './genesys/genesys.reader.js';
import { googleSttReader } from './google-stt/google-stt.reader.js';
import { intercomReader } from './intercom/intercom.reader.js';
import { mappingReader } from './mapping/mapping.reader.js';
import { mboxReader } from './mbox/mbox.reader.js';
import type { SourceReader } from './source-reader.js';
import { srtReader } from './srt/srt.reader.js';
import { twilioReader } from './twilio/twilio.reader.js';
import { vconReader } from './vcon/vcon.reader.js';
import { webvttReader } from './webvtt/webvtt.reader.js';
import { whatsappReader } from './whatsapp/whatsapp.reader.js';
import { whisperReader } from './whisper/whisper.reader.js';
import { zendeskQaReader } from './zendesk-qa/zendesk-qa.reader.js';
import { zendeskReader } from './zendesk/zendesk.reader.js';

/** Every format that can be read; a new one is a folder beside these and a line here. */
export const SOURCES: readonly SourceReader[] = [
  emlReader,
  mboxReader,
  diapasonChatReader,
  chatwootReader,
  zendeskReader,
  zendeskQaReader,
  intercomReader,
  freshdeskReader,
  whatsappReader,
  webvttReader,
  srtReader,
  whisperReader,
  deepgramReader,
  assemblyaiReader,
  amazonTranscribeReader,
  contactLensVoiceReader,
  connectChatReader,
  genesysReader,
  ccaiInsightsReader,
  azureBatchReader,
  twilioReader,
  googleSttReader,
  vconReader,
  canonicalReader,
  mappingReader,
];
