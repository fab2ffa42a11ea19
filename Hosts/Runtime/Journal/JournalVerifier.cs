using Npgsql;

namespace DichVuCong.Runtime.Journal;

/// <summary>Recomputes the chains of the journal: a row that was changed, added or taken away breaks the chain of its lane.</summary>
public sealed class JournalVerifier(NpgsqlDataSource database)
{
    /// <summary>Checks every batch since <paramref name="since"/>; of a lane whose first batch lies before
    /// that, the first batch within the range is taken as given.</summary>
    /// <returns>How many batches were checked, and the broken ones as (lane, batch): negative lanes are partner lines.</returns>
    public async Task<(long Checked, IReadOnlyList<(short Lane, long Batch)> Broken)> VerifyAsync(
        DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select c.lane, c.batch, c.rows, c.hash, j.at, j.saga, j.n, j.type, j.outcome, j.edge, j.calendar, j.message, j.cause
            from bus.chain c left join bus.journal j on j.lane = c.lane and j.batch = c.batch and j.at >= $1
            where c.at >= $1
            order by c.lane, c.batch, j.saga, j.n, j.message
            """);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = since.ToUniversalTime() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var walk = new ChainWalk();
        while (await reader.ReadAsync(cancellationToken))
        {
            walk.Batch(reader.GetInt16(0), reader.GetInt64(1), reader.GetInt32(2), reader.GetFieldValue<byte[]>(3));
            if (!reader.IsDBNull(4)) walk.Row(Read(reader));
        }

        return walk.End();
    }

    private static (JournalEntry, short?) Read(NpgsqlDataReader reader) => (
        new JournalEntry(
            reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt64(5), reader.GetInt32(6), reader.GetInt16(0), reader.GetInt16(7),
            (JournalOutcome)reader.GetInt16(8), Edge: null, reader.IsDBNull(10) ? null : reader.GetInt32(10), reader.GetGuid(11),
            reader.IsDBNull(12) ? null : reader.GetGuid(12)),
        reader.IsDBNull(9) ? null : reader.GetInt16(9));

    private sealed class ChainWalk
    {
        private readonly List<(short, long)> _broken = [];
        private readonly List<(JournalEntry, short?)> _rows = [];
        private (short Lane, long Batch, int Rows, byte[] Hash)? _current;
        private (short Lane, ChainLink Link)? _before;
        private long _checked;

        public void Batch(short lane, long batch, int rows, byte[] hash)
        {
            if (_current is { } current && current.Lane == lane && current.Batch == batch) return;
            Close();
            _current = (lane, batch, rows, hash);
        }

        public void Row((JournalEntry, short?) row) => _rows.Add(row);

        public (long Checked, IReadOnlyList<(short Lane, long Batch)> Broken) End()
        {
            Close();
            return (_checked, _broken);
        }

        private void Close()
        {
            if (_current is not { } current) return;
            var known = _before is { } previous && previous.Lane == current.Lane;
            if (known || current.Batch == 1)
            {
                var before = known ? _before!.Value.Link : ChainLink.Genesis(current.Lane);
                _checked++;
                _rows.Sort((left, right) => (left.Item1.Saga, left.Item1.N, left.Item1.Message).CompareTo((right.Item1.Saga, right.Item1.N, right.Item1.Message)));
                var expected = before.Next([.. _rows]);
                if (expected.Batch != current.Batch || _rows.Count != current.Rows || !expected.Hash.AsSpan().SequenceEqual(current.Hash))
                {
                    _broken.Add((current.Lane, current.Batch));
                }
            }

            _before = (current.Lane, new ChainLink(current.Batch, current.Hash));
            _current = null;
            _rows.Clear();
        }
    }
}
