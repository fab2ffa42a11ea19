using System.Globalization;
using System.Net;
using DichVuCong.Contracts;
using DichVuCong.Payments.Reconciliation;

namespace DichVuCong.Payments.Desk;

/// <summary>
/// In Development nobody waits until tomorrow: the Sandbox makes a bank's statement of the day as it stands now. Each has a name of its own, since
/// a name that comes again is refused; what was made of the same books is the same file and is known.
/// </summary>
/// <param name="sandbox">The Sandbox's address.</param>
/// <param name="time">The clock.</param>
internal sealed class SandboxStatement(Uri sandbox, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Takes the statement of a day.</summary>
    /// <returns>What became of it; null when the bank has none of that day.</returns>
    /// <exception cref="HttpRequestException">The Sandbox does not answer.</exception>
    public async Task<IntakeAnswer?> TakeAsync(
        StatementIntake intake, ReconciledPartner partner, DateOnly day, string by, CancellationToken cancellationToken)
    {
        var local = VietnamTime.Local(time.GetUtcNow());
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        var date = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        using var answer = await http.GetAsync(new Uri(sandbox, $"/sandbox/banks/{partner.Code}/statements/{date}"), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        answer.EnsureSuccessStatusCode();
        var name = answer.Content.Headers.ContentDisposition?.FileName?.Trim('"') ?? $"{partner.Code}_{date}.txt";
        var content = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        var stamped = string.Create(
            CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}_{local:HHmmssfff}{Path.GetExtension(name)}");
        return await intake.TakeAsync(
            partner, stamped, () => new MemoryStream(content, writable: false), content.Length, day, by, cancellationToken);
    }
}
