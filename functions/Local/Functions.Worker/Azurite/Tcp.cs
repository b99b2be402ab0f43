using System.Net;
using System.Net.Sockets;

namespace Campaigns.Local.Functions.Worker.Azurite;

internal static class Tcp
{
    public static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
