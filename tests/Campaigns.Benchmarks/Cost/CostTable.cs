using System.Globalization;

namespace Campaigns.Benchmarks.Cost;

/// <summary>What months cost as a table in Markdown: as the command prints it, and as docs/operations.md has it.</summary>
internal static class CostTable
{
    /// <summary>The table's first row.</summary>
    public const string Header = "| mentions a month | deployment | Functions | always ready | network | transactions | tables | backups | logs | alerts | £ a month | Azure AI Language for every text |";

    /// <summary>Its lines.</summary>
    /// <param name="months">The months, in pounds.</param>
    public static IReadOnlyList<string> Of(IEnumerable<MonthlyCost> months) =>
    [
        Header,
        $"|{string.Concat(Enumerable.Repeat("---|", Header.Count(static letter => letter == '|') - 1))}",
        .. months.Select(static month => string.Create(
            CultureInfo.InvariantCulture,
            $"| {month.Mentions:N0} | {month.Deployment} | {month.Functions:N2} | {month.AlwaysReady:N2} | {month.Network:N2} | {month.Transactions:N2} | {month.Stored:N2} | {month.Backups:N2} | {month.Logs:N2} | {month.Alerts:N2} | {month.Sum:N2} | {month.Language:N0} |")),
    ];
}
