using System.Globalization;
using System.Text.Json;

namespace Campaigns.Benchmarks.Cost;

/// <summary>What the table of costs goes by: prices, use and measurements, each with its source.</summary>
internal sealed class CostPrices(JsonElement document)
{
    /// <summary>Pounds for one unit of the prices' currency.</summary>
    public double Pounds => document.GetProperty("poundsPerUnit").GetProperty("value").GetDouble();

    /// <summary>For how many mentions a month a number of transactions was measured.</summary>
    public IReadOnlyList<long> Mentions => [.. Measured.EnumerateObject().Select(static entry => long.Parse(entry.Name, CultureInfo.InvariantCulture))];

    /// <summary>What is reckoned for: one for each parameter file that a team deploys by.</summary>
    public IReadOnlyList<Deployment> Deployments => [.. document.GetProperty("deployments").EnumerateObject().Select(Deployment.Of)];

    /// <summary>What a month costs: for each number of mentions, each deployment.</summary>
    public IEnumerable<MonthlyCost> Months => from mentions in Mentions from deployment in Deployments select MonthlyCost.Of(mentions, deployment, this);

    /// <summary>Every entry that is no more than an assumption.</summary>
    public IReadOnlyList<string> Assumptions =>
    [
        .. from part in new[] { "prices", "use" }
           from entry in document.GetProperty(part).EnumerateObject()
           where entry.Value.GetProperty("source").GetString()!.StartsWith("assumption", StringComparison.Ordinal)
           select entry.Name,
    ];

    private JsonElement Measured => document.GetProperty("measured").GetProperty("transactionsPerMention");

    public double Price(string name) => document.GetProperty("prices").GetProperty(name).GetProperty("value").GetDouble();

    public double Use(string name) => document.GetProperty("use").GetProperty(name).GetProperty("value").GetDouble();

    /// <summary>Storage transactions per mention, as measured.</summary>
    public double Transactions(long mentions) => Measured.GetProperty(mentions.ToString(CultureInfo.InvariantCulture)).GetDouble();
}
