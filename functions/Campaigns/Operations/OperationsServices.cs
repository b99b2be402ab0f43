using Campaigns.Operations.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Operations;

/// <summary>Registers what keeps the engine running: its configuration as a document.</summary>
internal static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<ConfigurationShelf>()
        .AddSingleton<ConfigurationWriter>()
        .AddSingleton<ConfigurationDesk>();
}
