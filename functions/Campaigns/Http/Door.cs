using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace Campaigns.Http;

/// <summary>
/// The one way in over HTTP, the same in both hosts: finds the caller, holds them to the route's roles and campaign, and writes the
/// audit. Queue and timer triggers never pass here: their failures belong to the host.
/// </summary>
/// <param name="callers">Finds the caller.</param>
/// <param name="rates">How much each may ask.</param>
/// <param name="audit">Where changes are written down.</param>
/// <param name="options">Where people sign in.</param>
public sealed class Door(Callers callers, CallRates rates, AuditTable audit, IOptions<AccessOptions> options) : IFunctionsWorkerMiddleware
{
    /// <summary>Whether an invocation comes over HTTP.</summary>
    /// <param name="context">The invocation.</param>
    public static bool IsHttp(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger");

    /// <inheritdoc />
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext() ?? throw new InvalidOperationException("An HTTP invocation without an HTTP context: ConfigureFunctionsWebApplication is missing.");
        var declared = RouteRoles.Of(context.FunctionDefinition);
        var (caller, problem) = declared is null
            ? (null, Problems.Forbidden("This route declares no roles."))
            : declared.Roles.Contains(Role.Anyone)
                ? (Caller.Nobody, null)
                : await callers.FindAsync(http.Request, declared.KeyInQuery, http.RequestAborted);
        problem = rates.CountRefusal(problem, http) ?? rates.Ask(caller!, http) ?? Refuse(caller!, declared!, http.Request.RouteValues["campaignId"] as string) ?? RefuseCompressed(http.Request);
        if (problem is not null)
        {
            if (CallRates.IsStranger(problem) && options.Value.Authority is { } authority)
            {
                http.Response.Headers.WWWAuthenticate = Challenge(http.Request, authority.AbsoluteUri.TrimEnd('/'));
            }

            await problem.ExecuteAsync(http);
            return;
        }

        http.Features.Set(caller);
        if (declared!.IsSigned || Reads(http.Request))
        {
            await next(context);
            return;
        }

        var row = await audit.BeginAsync(http.Request, caller!, context.InvocationId, http.RequestAborted);
        try
        {
            await next(context);
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            await audit.EndAsync(row, Failures.StatusOf(fault), CancellationToken.None);
            throw;
        }

        // The change is made, so its outcome is written even where the caller has gone.
        await audit.EndAsync(row, StatusOf(context, http), CancellationToken.None);
    }

    /// <summary>What Power BI waits for, first without a token and then with an empty one.</summary>
    private static string Challenge(HttpRequest request, string authority) =>
        request.Headers.Authorization.Count == 0 ? $"Bearer realm={authority}" : $"Bearer authorization_uri={authority}/oauth2/authorize";

    /// <summary>Whether it changes nothing, and its body is nothing that anybody looks at.</summary>
    private static bool Reads(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    /// <summary>Limits hold the bytes that come in: what they would grow to, nobody could hold to them before they are unpacked.</summary>
    private static IResult? RefuseCompressed(HttpRequest request) => !Reads(request) && request.Headers.ContentEncoding.Any(coding => coding is not (null or "" or "identity"))
        ? Problems.UnsupportedMediaType("The body must not be compressed: send it without Content-Encoding.")
        : null;

    private static IResult? Refuse(Caller caller, RolesAttribute declared, string? campaignId) =>
        !caller.Has(declared.Roles) ? Problems.Forbidden($"This needs the role {string.Join(" or ", declared.Roles)}.")
        : declared.Roles.Contains(Role.Anyone) || declared.OfNoCampaign || declared.ShowsOwnCampaigns || caller.MayOpen(campaignId) ? null
        : Problems.Forbidden("This key opens only the campaigns that it names.");

    /// <summary>The result is executed after the middleware has returned, so its status is read from the result itself.</summary>
    private static int StatusOf(FunctionContext context, HttpContext http) =>
        context.GetInvocationResult().Value is IStatusCodeHttpResult { StatusCode: { } status } ? status : http.Response.StatusCode;
}
