namespace Campaigns.EndToEnd.Leaks;

/// <summary>Something that was handed in and must lie nowhere.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">How it was written.</param>
internal sealed record PlantedDatum(string Kind, string Value);

/// <summary>A datum that was found where it must not be.</summary>
/// <param name="Place">The file, queue, log or answer.</param>
/// <param name="How">What had to be undone to read it there.</param>
/// <param name="Datum">What was found.</param>
internal sealed record Leak(string Place, string How, PlantedDatum Datum);
