using Azure;

namespace Campaigns.Listening.Cells;

/// <summary>A cell without its records: enough to know whether it changed.</summary>
/// <param name="Id">Its name.</param>
/// <param name="ETag">Storage's tag of its open page, which changes with every change of the cell.</param>
/// <param name="Retractions">
/// How many records' author, kind or own-account mark changed when they were merged. It only grows; where it has, a union over authors that was
/// only added to is to be made anew.
/// </param>
public sealed record CellVersion(CellId Id, ETag ETag, long Retractions);
