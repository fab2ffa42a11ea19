using System.Collections.Concurrent;
using DichVuCong.Contracts;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Dossiers;

/// <summary>
/// Gives out dossier codes (A16.1): agency, day in Asia/Ho_Chi_Minh, sequence. Each host draws blocks of a day's numbers, so that hosts never
/// meet and the counter's row is seldom touched; a number is never given twice, and numbers of a host that stops are left out.
/// </summary>
public sealed class DossierCodes(NpgsqlDataSource database, DossierCodeOptions options)
{
    private readonly ConcurrentDictionary<(AgencyCode Agency, DateOnly Day), Counter> _counters = new();

    /// <summary>The next code of an agency and a day.</summary>
    public async ValueTask<DossierCode> NextAsync(AgencyCode agency, DateOnly day, CancellationToken cancellationToken)
    {
        var counter = _counters.GetOrAdd((agency, day), _ => new Counter());
        while (true)
        {
            if (counter.TryTake(out var number)) return DossierCode.Of(agency, day, number);
            await counter.Refilling.WaitAsync(cancellationToken);
            try
            {
                if (counter.TryTake(out number)) return DossierCode.Of(agency, day, number);
                var first = await DrawAsync(agency, day, counter.NextBlock(options), cancellationToken);
                counter.Refill(first);
                Forget(day);
            }
            finally
            {
                counter.Refilling.Release();
            }
        }
    }

    private async Task<long> DrawAsync(AgencyCode agency, DateOnly day, int size, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.Append(
                """
                insert into dossier.code_counter (agency, day, next)
                select $1, $2, $3 + $4 + coalesce((select f.above from dossier.code_floor f where f.day = $2), 0)
                on conflict (agency, day) do update set next = dossier.code_counter.next + $4
                returning next - $4
                """)
            .With(agency.Value).With(day).With(options.FirstNumber).With((long)size);
        return (long)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Yesterday's counters are no longer asked for.</summary>
    private void Forget(DateOnly today)
    {
        foreach (var key in _counters.Keys.Where(key => key.Day < today.AddDays(-1))) _counters.TryRemove(key, out _);
    }

    private sealed class Counter
    {
        private readonly Lock _lock = new();
        private long _next;
        private long _end;
        private int _block;

        public SemaphoreSlim Refilling { get; } = new(1, 1);

        public bool TryTake(out long number)
        {
            lock (_lock)
            {
                number = _next;
                if (_next == _end) return false;
                _next++;
                return true;
            }
        }

        /// <summary>Small agencies leave few numbers out; busy ones draw larger blocks each time.</summary>
        public int NextBlock(DossierCodeOptions options) => _block = _block == 0 ? options.FirstBlock : Math.Min(_block * 2, options.LargestBlock);

        public void Refill(long first)
        {
            lock (_lock) (_next, _end) = (first, first + _block);
        }
    }
}

/// <summary>The settings of dossier codes.</summary>
public sealed record DossierCodeOptions
{
    /// <summary>The first number of a day: a range that agencies do not use for the codes they issue themselves. Default 5,000,000.</summary>
    public long FirstNumber { get; init; } = 5_000_000;

    /// <summary>
    /// How many numbers of an agency's day are left out after a restore: more than an agency is given in the time that may be lost.
    /// Default 100,000.
    /// </summary>
    public long GapAfterRestore { get; init; } = 100_000;

    /// <summary>Numbers in a host's first block of an agency's day. Default 4.</summary>
    public int FirstBlock { get; init; } = 4;

    /// <summary>Numbers in its largest. Default 512.</summary>
    public int LargestBlock { get; init; } = 512;
}
