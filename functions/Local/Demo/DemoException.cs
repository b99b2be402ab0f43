namespace Campaigns.Local.Demo;

/// <summary>The demo cannot go on; the message says why and what to do, as a sentence.</summary>
internal sealed class DemoException(string message) : Exception(message);
