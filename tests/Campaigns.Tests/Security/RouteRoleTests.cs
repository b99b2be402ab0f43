using Campaigns.Http;
using Campaigns.Tests.Infra;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Security;

public sealed class RouteRoleTests(AzuriteFixture azurite)
{
    /// <summary>Set to 1, the test writes the table of docs/security.md anew instead of comparing it.</summary>
    private const string Renew = "CAMPAIGNS_RENEW_ROUTES";

    [Fact]
    public async Task Every_route_answers_every_kind_of_caller_as_the_table_says()
    {
        await using var engine = await TestEngine.StartAsync(
            azurite, settings: new Dictionary<string, string?> { ["WEBSITE_AUTH_ENABLED"] = "true", ["Access:FirstKey"] = CallerKind.FirstKey, ["Limits:RefusalsPerMinute"] = "100000" });
        var kinds = await CallerKind.EveryAsync(engine);
        var door = new DoorCall(engine);
        List<string> table =
        [
            $"| {SecurityPage.Route} | {string.Join(" | ", kinds.Select(kind => kind.Name))} |",
            $"|---|{string.Concat(Enumerable.Repeat("---|", kinds.Count))}",
        ];
        foreach (var route in ServedRoute.All)
        {
            var cells = new List<string>();
            foreach (var kind in kinds)
            {
                cells.Add(await AskAsync(engine, door, route, kind));
            }

            table.Add($"| `{route}` | {string.Join(" | ", cells)} |");
        }

        if (Environment.GetEnvironmentVariable(Renew) == "1")
        {
            SecurityPage.Renew(table);
        }

        Assert.True(
            table.SequenceEqual(SecurityPage.Routes()),
            $"Who may call what has changed. If that is meant, run this test with {Renew}=1 and read the difference of docs/security.md:\n"
            + string.Join('\n', table.Except(SecurityPage.Routes()).Select(row => $"code: {row}").Concat(SecurityPage.Routes().Except(table).Select(row => $"page: {row}"))));
    }

    /// <summary>Whoever reads an excluded path as what it begins with, as App Service may, leaves open no more than is meant.</summary>
    [Fact]
    public async Task No_route_that_asks_for_a_role_lies_beneath_a_path_that_sign_in_leaves_open()
    {
        var open = (await Template.ReadAsync()).OpenPaths;
        Assert.NotEmpty(open);
        Assert.DoesNotContain(
            ServedRoute.All, route => !route.Roles.Roles.Contains(Role.Anyone) && open.Any(path => route.Path.StartsWith(path, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<string> AskAsync(TestEngine engine, DoorCall door, ServedRoute route, CallerKind kind)
    {
        var request = Call.Request(engine, route.Method, "/api" + kind.Query, null, kind.Header is null ? [] : [kind.Header]);
        if (route.Path.Contains("{campaignId}", StringComparison.Ordinal))
        {
            request.RouteValues["campaignId"] = CallerKind.Campaign;
        }

        var isIn = false;
        var answer = await door.AskAsync(route, request, () =>
        {
            isIn = true;
            return Task.FromResult<IResult>(TypedResults.NoContent());
        });
        Assert.Equal(isIn, answer.Status is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden));
        return isIn ? route.Roles.IsSigned ? "signed" : "yes" : $"{answer.Status}";
    }
}
