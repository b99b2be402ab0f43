namespace Campaigns.Listening.Search;

/// <summary>What one round of a search comes to: all requests from when it is due until nothing is left to ask.</summary>
/// <param name="Calls">Requests.</param>
/// <param name="Money">What they cost.</param>
/// <param name="Got">Mentions that were new.</param>
internal readonly record struct RoundCost(double Calls, decimal Money, double Got)
{
    private const double Weight = 0.25;

    public RoundCost Plus(long calls, decimal money, long got) => new(Calls + calls, Money + money, Got + got);

    /// <summary>The average with another round: late rounds weigh more.</summary>
    public RoundCost Then(RoundCost next) => new(
        Calls + (Weight * (next.Calls - Calls)), Money + ((decimal)Weight * (next.Money - Money)), Got + (Weight * (next.Got - Got)));
}
