using System.Security.Cryptography;
using System.Threading.Channels;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Sandbox.Agencies.Dossiers;
using DichVuCong.Sandbox.Files;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Agencies.Files;

/// <summary>
/// Fetches the files of a share of the dossiers, as systems do, and tells whether they are whole: a file of the sandbox's portal says in its
/// beginning which one it is. Bounded: what does not fit is counted and left out.
/// </summary>
internal sealed class FileChecker(HttpClient http, CurrentSettings settings, FileCheckCounts counts) : BackgroundService
{
    private const int Fetchers = 4;
    private const int MostWaiting = 10_000;

    private readonly Channel<Uri> _links = Channel.CreateBounded<Uri>(MostWaiting);

    /// <summary>Has the files of a dossier checked, when it is one of the share.</summary>
    public void Offer(AgencyDossier dossier, IDossier content)
    {
        var now = settings.Value;
        if (now.FileCheckShare <= 0 || Chance.Share(now.Seed, "file-check", dossier.Code) >= now.FileCheckShare) return;
        foreach (var link in LinksOf(content))
        {
            if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) counts.Count(FileCheckResult.NoLink);
            else if (!_links.Writer.TryWrite(address)) counts.Count(FileCheckResult.LeftOut);
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Fetchers).Select(_ => FetchAllAsync(stoppingToken)));

    private static IEnumerable<string?> LinksOf(IDossier content) => content switch
    {
        Adapters.OneStop.Wire.G1.Dossier dossier => dossier.TaiLieuNop.Select(paper => paper.DuongDanTaiTepTin),
        Adapters.OneStop.Wire.G2.Dossier dossier => dossier.TaiLieuNop.Select(paper => paper.DuongDanTaiTepTin),
        _ => [],
    };

    private async Task FetchAllAsync(CancellationToken stop)
    {
        await foreach (var link in _links.Reader.ReadAllAsync(stop))
        {
            try
            {
                counts.Count(await CheckAsync(link, stop));
            }
            catch (Exception error) when (error is HttpRequestException or IOException or System.Net.Sockets.SocketException || (error is OperationCanceledException && !stop.IsCancellationRequested))
            {
                counts.Count(FileCheckResult.Unreachable);
            }
        }
    }

    private async Task<FileCheckResult> CheckAsync(Uri link, CancellationToken stop)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
        clock.CancelAfter(TimeSpan.FromSeconds(settings.Value.CallTimeoutSeconds));
        using var response = await http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, clock.Token);
        if (!response.IsSuccessStatusCode) return FileCheckResult.Refused;
        await using var stream = await response.Content.ReadAsStreamAsync(clock.Token);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[32 * 1024];
        var length = await stream.ReadAtLeastAsync(buffer, PortalFile.MinSize, throwOnEndOfStream: false, clock.Token);
        if (PortalFile.Recognise(buffer.AsSpan(0, length)) is not { } file) return FileCheckResult.Foreign;
        for (var read = length; read > 0; length += read)
        {
            hash.AppendData(buffer.AsSpan(0, read));
            read = await stream.ReadAsync(buffer, clock.Token);
            if (length + read > file.Size) return FileCheckResult.Damaged;
        }

        return length == file.Size && Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Sha256() ? FileCheckResult.Whole : FileCheckResult.Damaged;
    }
}
