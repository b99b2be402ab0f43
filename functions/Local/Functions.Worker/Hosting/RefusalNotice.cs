namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>Ends a program whose host refused to start with the reason alone, without a stack trace.</summary>
internal static class RefusalNotice
{
    private static int registered;

    public static void Register()
    {
        if (Interlocked.Exchange(ref registered, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += static (_, thrown) => Show(thrown.ExceptionObject);
        }
    }

    private static void Show(object thrown)
    {
        if (thrown is StartRefusedException refused)
        {
            Console.Error.WriteLine($"The host does not start.{Environment.NewLine}{refused.Message}");
            Environment.Exit(1);
        }
    }
}
