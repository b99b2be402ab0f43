using Campaigns.Http;

namespace Campaigns.Listening.Intake;

/// <summary>A line that was refused.</summary>
/// <param name="Line">Its number, counted from 1; of a CSV record the line where it starts, of an array the item's place.</param>
/// <param name="Reason">One of <see cref="Refusal"/>.</param>
/// <param name="Faults">Everything that is wrong with it.</param>
public sealed record RefusedLine(int Line, string Reason, IReadOnlyList<Fault> Faults);
