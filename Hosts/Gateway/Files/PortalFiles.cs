using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Gateway.Files;

/// <summary>Fetches files from where the portal keeps them. Nothing is handed on before its size and hash were verified.</summary>
internal sealed class PortalFiles(FileHosts hosts, FileSpool spool, FileRelayOptions options, TimeProvider time) : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly HttpMessageInvoker _http = PortalConnection.Client(hosts, options);

    /// <summary>Fetches a file; every failure of the portal is an answer.</summary>
    public async Task<FetchedFile> FetchAsync(DossierFile file, CancellationToken cancellationToken)
    {
        if (!hosts.Allows(file.Url)) return new FetchedFile.Refused("host-not-allowed");
        using var patience = new CancellationTokenSource(options.TotalTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file.Url);
            using var response = await _http.SendAsync(request, both.Token);
            return Judge(response, file) ?? await ReceiveAsync(response, file, both.Token);
        }
        catch (HttpRequestException failure) when (failure.InnerException is AddressNotAllowedException)
        {
            return new FetchedFile.Refused("address-not-allowed");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            return new FetchedFile.Unreachable(failure.GetType().Name);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchedFile.Unreachable("timeout");
        }
    }

    public void Dispose() => _http.Dispose();

    private static FetchedFile? Judge(HttpResponseMessage response, DossierFile file) => response.StatusCode switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new FetchedFile.Faulty(FileFault.Missing),
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            new FetchedFile.Unreachable($"status-{(int)response.StatusCode}"),
        not HttpStatusCode.OK => new FetchedFile.Refused($"status-{(int)response.StatusCode}"),
        _ when response.Content.Headers.ContentEncoding.Any(coding => coding != "identity") => new FetchedFile.Refused("encoded"),
        _ when response.Content.Headers.ContentLength is { } length && length != file.Size => new FetchedFile.Faulty(FileFault.WrongSize),
        _ => null,
    };

    private async Task<FetchedFile> ReceiveAsync(HttpResponseMessage response, DossierFile file, CancellationToken cancellationToken)
    {
        if (spool.TryOpen(file.Size) is not { } place) return new FetchedFile.NoRoom();
        FileFault? fault = null;
        var isKept = false;
        try
        {
            fault = await CopyAsync(response, file, place.Content, cancellationToken);
            isKept = fault is null;
        }
        finally
        {
            if (!isKept) await place.DisposeAsync();
        }

        return fault is { } found ? new FetchedFile.Faulty(found) : new FetchedFile.Verified(place);
    }

    private static async Task<FileFault?> CopyAsync(HttpResponseMessage response, DossierFile file, Stream place, CancellationToken cancellationToken)
    {
        await using var source = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            for (var left = file.Size; ;)
            {
                var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Piece, left + 1)), cancellationToken);
                left -= read;
                if (left < 0 || (read == 0 && left > 0)) return FileFault.WrongSize;
                if (read == 0) break;
                hash.AppendData(buffer, 0, read);
                await place.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        place.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset()).Equals(file.Sha256, StringComparison.OrdinalIgnoreCase) ? null : FileFault.WrongHash;
    }
}
