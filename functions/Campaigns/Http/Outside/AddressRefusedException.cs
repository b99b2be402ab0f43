namespace Campaigns.Http.Outside;

/// <summary>An address leads into a private network.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);
