using Campaigns.TestSupport;

namespace Campaigns.Tests.Infra;

/// <summary>The script that registers the engine with Entra, with a stand-in for Azure's command line that remembers.</summary>
public sealed class RegisterAppTests : IDisposable
{
    private const string Feed = "https://campaigns.example.nhs.uk/api/odata";

    private const string Azure = """
        case "$*" in
          'ad app list'*) cat client 2>/dev/null || true ;;
          'ad app create'*) echo 1111 > client; echo 1111 ;;
          'ad app show'*identifierUris*) cat uris 2>/dev/null || true ;;
          'ad app show'*oauth2*) cat scope 2>/dev/null || true ;;
          'ad app show'*) echo object ;;
          'ad app update'*--identifier-uris*) shift 6; printf '%s\n' "$@" > uris ;;
          'rest'*oauth2PermissionScopes*) echo 2222 > scope ;;
          'ad sp list'*) cat principal 2>/dev/null || true ;;
          'ad sp create'*) echo 3333 > principal; echo 3333 ;;
        esac
        """;

    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task An_address_that_was_given_once_stays_however_often_the_script_is_run_again()
    {
        await RunAsync("prod");
        Assert.Equal(["api://1111"], Uris);
        await RunAsync("prod", "https://campaigns.example.nhs.uk");
        Assert.Equal(["api://1111", Feed], Uris);
        await RunAsync("prod");
        Assert.Equal(["api://1111", Feed], Uris);
        await RunAsync("prod", "https://campaigns.example.nhs.uk");
        Assert.Equal(["api://1111", Feed], Uris);
        Assert.Single(shell.Calls, call => call.StartsWith("az ad app create", StringComparison.Ordinal));
        Assert.Single(shell.Calls, call => call.StartsWith("az ad sp create", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_registration_has_the_engines_roles_no_secret_and_a_token_only_for_who_was_given_a_role()
    {
        await RunAsync("dev");
        var create = Assert.Single(shell.Calls, call => call.StartsWith("az ad app create", StringComparison.Ordinal));
        Assert.Contains("--display-name campaigns-dev --sign-in-audience AzureADMyOrg --app-roles @", create, StringComparison.Ordinal);
        Assert.Contains("/infra/app-roles.json ", create, StringComparison.Ordinal);
        Assert.Contains("az ad sp update --id 3333 --set appRoleAssignmentRequired=true", shell.Calls);
        Assert.DoesNotContain(shell.Calls, call => call.Contains("credential", StringComparison.OrdinalIgnoreCase) || call.Contains("password", StringComparison.OrdinalIgnoreCase));
    }

    private string[] Uris => File.ReadAllLines(Path.Combine(shell.Folder, "uris"));

    private async Task RunAsync(params string[] arguments)
    {
        shell.Put("az", Azure);
        shell.Put("jq", "printf '%s' \"$*\"");
        var (code, said) = await shell.RunAsync([Path.Combine(RepositoryRoot.Path, "infra", "scripts", "register-app.sh"), .. arguments], "");
        Assert.True(code == 0, said);
        Assert.EndsWith("1111", said.TrimEnd(), StringComparison.Ordinal);
    }
}
