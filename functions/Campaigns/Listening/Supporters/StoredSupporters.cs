namespace Campaigns.Listening.Supporters;

/// <summary>A campaign's supporters as they were put.</summary>
/// <param name="Head">Which version it is.</param>
/// <param name="Entries">The lines.</param>
public sealed record StoredSupporters(SupporterHead Head, IReadOnlyList<SupporterEntry> Entries);
