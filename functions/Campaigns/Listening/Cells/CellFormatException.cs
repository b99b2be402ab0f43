namespace Campaigns.Listening.Cells;

/// <summary>Stored bytes are not a cell that this version can read.</summary>
/// <param name="message">What is wrong with them.</param>
public sealed class CellFormatException(string message) : Exception(message);
