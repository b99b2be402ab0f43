using System.Text.Json;

namespace Campaigns.Results.Exports;

/// <summary>A figure of a campaign's results as one line of a table.</summary>
/// <param name="Path">Where it stands in the results: a JSON pointer.</param>
/// <param name="About">What it is about where the path does not say: of a list's element its name, channel and so on, that of the list around it first.</param>
/// <param name="Value">The number as the results have it; null where it is unknown.</param>
/// <param name="Figure">What it is worth.</param>
/// <param name="Words">What is said about it.</param>
internal sealed record FigureLine(string Path, string? About, JsonElement? Value, Figure Figure, FigureWords Words);
