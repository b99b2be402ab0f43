using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaigns.Http;

/// <summary>A problem that passes: it says after how many seconds to come again.</summary>
/// <param name="problem">The problem.</param>
internal sealed class AwayProblem(ProblemHttpResult problem) : IResult, IStatusCodeHttpResult
{
    /// <summary>As <c>Retry-After</c> has it.</summary>
    public const string Seconds = "5";

    public int? StatusCode => problem.StatusCode;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = Seconds;
        return problem.ExecuteAsync(httpContext);
    }
}
