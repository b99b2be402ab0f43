using Campaigns.Local.Functions.Worker.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Local.Tests.Functions.Worker.Http;

public sealed class RouteOverlapTests
{
    private static readonly IInlineConstraintResolver Resolver =
        new ServiceCollection().AddRouting().AddOptions().BuildServiceProvider().GetRequiredService<IInlineConstraintResolver>();

    [Theory]
    [InlineData("api/campaigns/{id}", "api/campaigns/list")]
    [InlineData("api/campaigns/{id}", "API/Campaigns/{name}")]
    [InlineData("api/campaigns/{id}/posts", "api/{kind}/summer/posts")]
    [InlineData("api/campaigns/{id?}", "api/campaigns")]
    [InlineData("api/{*rest}", "api/campaigns/{id}/posts")]
    [InlineData("{*rest}", "api")]
    [InlineData("api/{*rest}", "api")]
    [InlineData("files/{name}.csv", "files/results.csv")]
    [InlineData("files/{name}.csv", "files/{name}")]
    [InlineData("days/{day:int}", "days/12")]
    [InlineData("days/{day=today}", "days")]
    [InlineData("{root:maxlength(0)?}", "{*rest}")]
    [InlineData("", "{root:maxlength(0)?}")]
    public void Routes_that_could_match_the_same_path_overlap(string one, string other)
    {
        Assert.True(RouteOverlap.Between(Read(one), Read(other)));
        Assert.True(RouteOverlap.Between(Read(other), Read(one)));
    }

    [Theory]
    [InlineData("api/campaigns/{id}", "api/campaigns")]
    [InlineData("api/campaigns/{id}/posts", "api/campaigns/{id}/results")]
    [InlineData("api/campaigns/{id}/results", "api/campaigns/{id}/results/timeline")]
    [InlineData("api/campaigns/{id}/posts/{postId}", "api/campaigns/{id}/posts/{postId}/approve")]
    [InlineData("files/{name}.csv", "files/{name}.ics")]
    [InlineData("files/{name}.csv", "files/results.txt")]
    [InlineData("days/{day:int}", "days/today")]
    [InlineData("console/{*path}", "api/{*rest}")]
    [InlineData("{root:maxlength(0)?}", "api")]
    [InlineData("{root:maxlength(0)?}", "{name}/{*rest}")]
    public void Routes_that_no_path_matches_both_of_do_not_overlap(string one, string other)
    {
        Assert.False(RouteOverlap.Between(Read(one), Read(other)));
        Assert.False(RouteOverlap.Between(Read(other), Read(one)));
    }

    private static HttpRoute Read(string text)
    {
        var faults = new List<string>();
        var route = HttpRoute.Read("Test", text, ["get"], Resolver, faults);
        Assert.Empty(faults);
        return route!;
    }
}
