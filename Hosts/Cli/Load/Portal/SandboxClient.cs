using System.Net.Http.Json;
using System.Text.Json;

namespace DichVuCong.Cli.Load.Portal;

/// <summary>What the sandbox's ledger counts: an account of what reached the partners that is not ours.</summary>
/// <param name="Stored">Dossiers that the one-stop systems stored after a push.</param>
/// <param name="StoredTwice">Dossiers that they stored more than once.</param>
/// <param name="Notices">Notices that the SMS provider and the mail server took.</param>
/// <param name="NoticesTwice">Notices that they took more than once.</param>
/// <param name="WrongFiles">Files that were not what the portal declared.</param>
/// <param name="Parcels">Parcels that the post was ordered to carry.</param>
/// <param name="ParcelsTwice">Parcels for which two postmen come.</param>
/// <param name="ParcelsDelivered">Parcels that the post handed over.</param>
internal sealed record LedgerTotals(
    long Stored, long StoredTwice, long Notices, long NoticesTwice, long WrongFiles, long Parcels = 0, long ParcelsTwice = 0, long ParcelsDelivered = 0)
{
    public static LedgerTotals operator -(LedgerTotals now, LedgerTotals before) => new(
        now.Stored - before.Stored, now.StoredTwice - before.StoredTwice, now.Notices - before.Notices, now.NoticesTwice - before.NoticesTwice,
        now.WrongFiles - before.WrongFiles, now.Parcels - before.Parcels, now.ParcelsTwice - before.ParcelsTwice, now.ParcelsDelivered - before.ParcelsDelivered);
}

/// <summary>The sandbox's own doors: its speed and its ledger.</summary>
internal sealed class SandboxClient(Uri sandbox) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = sandbox, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The speed of journeys: <c>demo</c> or <c>load</c>.</summary>
    public async Task SetSpeedAsync(string speed, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync("/sandbox/settings", new Dictionary<string, object>(StringComparer.Ordinal) { ["speed"] = speed }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Where the ledger stands.</summary>
    public async Task<LedgerTotals> LedgerAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri("/sandbox/ledger", UriKind.Relative), cancellationToken);
        response.EnsureSuccessStatusCode();
        using var ledger = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        var root = ledger.RootElement;
        return new LedgerTotals(
            At(root, "dossiers", "pushed", "stored"),
            At(root, "dossiers", "pushed", "doubled"),
            At(root, "notices", "sms", "taken") + At(root, "notices", "email", "taken") + At(root, "notices", "app", "taken"),
            At(root, "notices", "sms", "takenMoreThanOnce") + At(root, "notices", "email", "takenMoreThanOnce") + At(root, "notices", "app", "takenMoreThanOnce"),
            At(root, "fileChecks", "damaged") + At(root, "fileChecks", "foreign"),
            At(root, "parcels", "orders"),
            At(root, "parcels", "takenMoreThanOnce"),
            At(root, "parcels", "delivered"));
    }

    public void Dispose() => _http.Dispose();

    private static long At(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (!element.TryGetProperty(name, out element)) throw new JsonException($"The sandbox's ledger has no {string.Join('.', path.ToArray())}.");
        }

        return element.GetInt64();
    }
}
