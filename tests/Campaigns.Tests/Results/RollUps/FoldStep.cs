using Campaigns.Listening.Cells;

namespace Campaigns.Tests.Results.RollUps;

/// <summary>A mention that comes, and what happens then.</summary>
/// <param name="Cell">Its cell.</param>
/// <param name="Record">The mention.</param>
/// <param name="RollUp">Whether it is rolled up.</param>
/// <param name="LetGo">Whether a day is let go.</param>
/// <param name="Plan">By which of the plans.</param>
internal sealed record FoldStep(CellId Cell, MentionRecord Record, bool RollUp, bool LetGo, int Plan);
