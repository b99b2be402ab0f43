using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Campaigns.Http;

/// <summary>A problem that passes: it says after how many seconds to come again.</summary>
/// <param name="problem">The problem.</param>
public sealed class AwayProblem(ProblemHttpResult problem) : IResult, IStatusCodeHttpResult, IValueHttpResult<ProblemDetails>
{
    /// <summary>As <c>Retry-After</c> has it.</summary>
    public const string Seconds = "5";

    /// <inheritdoc/>
    public int? StatusCode => problem.StatusCode;

    /// <inheritdoc/>
    public ProblemDetails Value => problem.ProblemDetails;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = Seconds;
        return problem.ExecuteAsync(httpContext);
    }
}
