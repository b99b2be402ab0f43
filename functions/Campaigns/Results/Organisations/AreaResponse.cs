using System.Text.Json.Serialization;

namespace Campaigns.Results.Organisations;

/// <summary>What the accounts of the organisations of one area did for the campaign.</summary>
/// <param name="Area">The area.</param>
/// <param name="Organisations">The organisations.</param>
/// <param name="Part">The numbers.</param>
public sealed record AreaResponse(string Area, IReadOnlyList<string> Organisations, [property: JsonIgnore] AccountsPartResponse Part) : AccountsPartResponse(Part);
