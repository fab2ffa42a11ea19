using DichVuCong.Runtime.Lanes;
using Npgsql;

namespace DichVuCong.Runtime.Tests.Lanes;

/// <summary>PostgreSQL went while a batch that found nothing was rolled back.</summary>
internal sealed class When_a_connection_was_lost_between_two_batches
{
    [Test]
    public async Task Should_fail_as_a_connection_does_so_that_the_worker_opens_another()
    {
        await using var lost = new NpgsqlConnection();
        // Nothing of the runtime is asked before there is a transaction.
        var batch = new LaneBatch(context: null!, lost, duty: null!);

        await Should.ThrowAsync<IOException>(batch.RunAsync(new BatchSize(1, 1, 0, int.MinValue, LookAtClocks: false), CancellationToken.None));
        await Should.ThrowAsync<IOException>(batch.RunAgainAsync([], CancellationToken.None));
    }
}
