using System.Text.Json.Serialization;

namespace Campaigns.Results.Organisations;

/// <summary>What the accounts of one organisation did for the campaign.</summary>
/// <param name="Name">The organisation.</param>
/// <param name="Ods">Its code in the Organisation Data Service, or null.</param>
/// <param name="Area">The area that it serves, or null.</param>
/// <param name="Part">The numbers.</param>
public sealed record OrganisationResponse(string Name, string? Ods, string? Area, [property: JsonIgnore] AccountsPartResponse Part) : AccountsPartResponse(Part);
