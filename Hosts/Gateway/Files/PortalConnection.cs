using System.Net;
using System.Net.Sockets;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Files;

/// <summary>
/// Connects to hosts of files. The address is looked at after the name was resolved and that very address is connected to, so that a name
/// which turns to an address inside (DNS rebinding) leads nowhere.
/// </summary>
internal static class PortalConnection
{
    /// <summary>A client without redirects, proxies, cookies and decompression: what is fetched is what the link names, byte for byte.</summary>
    public static HttpMessageInvoker Client(FileHosts hosts, FileRelayOptions options) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = options.ConnectTimeout,
        ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, hosts, token),
        MaxConnectionsPerServer = options.Concurrency,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    });

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, FileHosts hosts, CancellationToken cancellationToken)
    {
        var host = target.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = Array.FindAll(addresses, address => PublicAddress.Allows(address, hosts.Names(host), hosts.Loopback));
        if (allowed.Length == 0) throw new AddressNotAllowedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host of files has no address that may be connected to.</summary>
internal sealed class AddressNotAllowedException() : Exception("The host of files has no address that may be connected to.");
