// Reads tasks as JSON and answers each: a signature, or whether one holds ("" where it does, else why not).
import { Webhook } from "standardwebhooks";

const text = await new Response(process.stdin).text();
const answers = JSON.parse(text).map(({ secret, id, seconds, body, headers }) => {
  Date.now = () => seconds * 1000;
  const webhook = new Webhook(secret);
  if (!headers) {
    return webhook.sign(id, new Date(seconds * 1000), body);
  }
  try {
    webhook.verify(body, headers);
    return "";
  } catch (fault) {
    return fault.message;
  }
});
process.stdout.write(JSON.stringify(answers));
