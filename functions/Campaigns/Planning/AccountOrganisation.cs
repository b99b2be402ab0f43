namespace Campaigns.Planning;

/// <summary>Whose account one of a campaign's is.</summary>
/// <param name="Ods">The organisation's code in the Organisation Data Service, or null.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">The area that it serves, or null.</param>
public sealed record AccountOrganisation(string? Ods, string Name, string? Area);
