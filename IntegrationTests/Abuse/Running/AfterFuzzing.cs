using DichVuCong.Abuse.Tests.Endpoints;
using DichVuCong.Testing;

namespace DichVuCong.Abuse.Tests.Running;

/// <summary>What holds when the inputs have ended: nothing is stuck, nothing is parked without a reason, and ordinary dossiers flow.</summary>
internal static class AfterFuzzing
{
    private const int Ordinary = 10;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(180);

    /// <summary>Waits until the queues are empty, files ordinary dossiers, and gives the messages that had to be parked, by their reasons.</summary>
    /// <exception cref="TimeoutException">Something is stuck.</exception>
    public static async Task<IReadOnlyList<string>> LookAsync(FuzzHost host)
    {
        await EmptyAsync(host);
        var codes = new List<string>();
        for (var number = 0; number < Ordinary; number++) codes.Add(await host.FileAsync(PortalSamples.Filing($"ordinary-{Guid.NewGuid():N}")));
        var names = string.Join(", ", codes.Select(code => $"'{code}'"));
        await Eventually.HoldsAsync(
            async () => await host.Database.ScalarAsync<long>($"select count(*) from dossier.dossier where state = 1 and code in ({names})") == Ordinary, "ordinary dossiers are delivered", Bound);
        await EmptyAsync(host);
        return (await host.Database.ScalarAsync<string[]>("select coalesce(array_agg(coalesce(nullif(error, ''), 'WITHOUT A REASON')), '{}') from bus.parked")).ToList();
    }

    /// <summary>A payment whose order is yet to come waits for it, for days if need be (banks.md, "Before the order"); where the order is there nothing waits.</summary>
    private static Task EmptyAsync(FuzzHost host) => Eventually.HoldsAsync(
        async () => await host.Database.ScalarAsync<long>(
            """
            select (select count(*) from bus.ready) + (select count(*) from bus.outbound) + (select count(*) from bus.later)
              + (select count(*) from bus.waiting m left join bus.word t on t.kind = 'type' and t.id = m.type
                 where t.name is distinct from 'payments.record-payment.v1' or exists (select from payment.payment_order o where o.reference = m.key))
            """) == 0,
        "everything that was accepted is decided or parked", Bound);
}
