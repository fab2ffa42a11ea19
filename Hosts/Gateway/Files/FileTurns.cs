using System.Threading.RateLimiting;
using DichVuCong.Contracts;

namespace DichVuCong.Gateway.Files;

/// <summary>How many files are fetched at once, altogether and of one dossier; others wait for their turn, and too many are told to come back.</summary>
internal sealed class FileTurns(FileRelayOptions options) : IDisposable
{
    private readonly ConcurrencyLimiter _all = new(new ConcurrencyLimiterOptions { PermitLimit = options.Concurrency, QueueLimit = options.Waiting });

    private readonly PartitionedRateLimiter<string> _dossiers = PartitionedRateLimiter.Create<string, string>(code => RateLimitPartition.GetConcurrencyLimiter(
        code, _ => new ConcurrencyLimiterOptions { PermitLimit = options.ConcurrencyPerDossier, QueueLimit = options.Waiting / 4 }));

    /// <summary>Waits for a turn; null when too many wait already. The turn ends when it is disposed.</summary>
    public async ValueTask<IDisposable?> TakeAsync(DossierCode dossier, CancellationToken cancellationToken)
    {
        // The dossier's turn first: its other files do not take the places of others while they wait.
        var own = await _dossiers.AcquireAsync(dossier.Value, 1, cancellationToken);
        if (!own.IsAcquired) return null;
        try
        {
            var shared = await _all.AcquireAsync(1, cancellationToken);
            if (shared.IsAcquired) return new Turn(own, shared);
            shared.Dispose();
        }
        catch
        {
            own.Dispose();
            throw;
        }

        own.Dispose();
        return null;
    }

    public void Dispose()
    {
        _all.Dispose();
        _dossiers.Dispose();
    }

    private sealed class Turn(RateLimitLease own, RateLimitLease shared) : IDisposable
    {
        public void Dispose()
        {
            shared.Dispose();
            own.Dispose();
        }
    }
}
