using Campaigns.Local.Functions.Worker.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args, new HostSurroundings());

    /// <summary>The same with another folder, environment, clock or set of functions: what tests replace.</summary>
    internal static FunctionsApplicationBuilder CreateBuilder(string[] args, HostSurroundings surroundings) => new(args, surroundings);
}
