using System.Net.Sockets;

namespace DichVuCong.Faults.Processes;

/// <summary>
/// Sends a request again while nobody listens: the process it is for has just been killed, and starts again. Only for requests that may be
/// sent twice.
/// </summary>
internal sealed class UntilItListens(TimeSpan patience, TimeProvider time) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null) await request.Content.LoadIntoBufferAsync(cancellationToken);
        for (var began = time.GetTimestamp(); ; await Task.Delay(Pause, time, cancellationToken))
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException failure) when (NobodyListens(failure) && time.GetElapsedTime(began) < patience)
            {
                // Again, in a moment.
            }
        }
    }

    /// <summary>Refused, or cut off by the end of the process.</summary>
    private static bool NobodyListens(HttpRequestException failure) => failure.HttpRequestError is
        HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded || failure.InnerException is SocketException or IOException;
}
