using System.Text;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Tests.Payments.Support;
using Npgsql;

namespace DichVuCong.Registries.Tests.Payments;

internal sealed class When_an_obligation_is_registered
{
    private PaymentRegistry _registry = null!;

    [OneTimeSetUp]
    public async Task Start() => _registry = await PaymentRegistry.CreateAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _registry.DisposeAsync();

    [Test]
    public async Task Should_find_it_with_its_orders_and_lines()
    {
        var stated = PaymentRegistry.Obligation(1);
        var second = new ObligationOrder(
            PaymentRegistry.Reference(1001), new BeneficiaryAccount("0011004000001", "970436", "Sở Tư pháp"), new Vnd(70_000),
            [new OrderLine(FeeKind.Fee, "P01", "Phí thẩm định", new Vnd(50_000)), new OrderLine(FeeKind.Fee, "P02", "Phí sao lục", new Vnd(20_000))]);
        await _registry.RecordAsync(stated with { Orders = [.. stated.Orders, second] });

        var found = (await _registry.Obligations.FindAsync(stated.Obligation, CancellationToken.None)).ShouldNotBeNull();

        (found.Account, found.Agency, found.Dossier, found.State,
            found.Amount).ShouldBe(("H29", PaymentRegistry.Agency, stated.Dossier, ObligationState.Open, new Vnd(220_000)));
        (found.StatedAt, found.ExpiresAt, found.ConfirmTo).ShouldBe((stated.StatedAt, stated.ExpiresAt, "DOITAC1"));
        found.Content.ShouldBe(stated.Content);
        found.Orders.Select(order => order.Reference).ShouldBe([stated.Orders[0].Reference, second.Reference]);
        var details = (await _registry.Orders.ReadAsync(second.Reference, CancellationToken.None)).ShouldNotBeNull();
        (details.Order.Obligation, details.Order.Beneficiary, details.Order.Amount, details.Order.State)
            .ShouldBe((stated.Obligation, second.Beneficiary, new Vnd(70_000), OrderState.Open));
        details.Lines.ShouldBe(second.Lines);
        (await _registry.Obligations.OfDossierAsync(stated.Dossier!.Value,
            CancellationToken.None)).ShouldHaveSingleItem().Obligation.ShouldBe(stated.Obligation);
    }

    [Test]
    public async Task Should_keep_the_payer_sealed()
    {
        var stated = PaymentRegistry.Obligation(2);
        await _registry.RecordAsync(stated);

        var payer = await _registry.Obligations.PayerAsync(stated.Obligation, CancellationToken.None);

        Encoding.UTF8.GetString(payer.ShouldNotBeNull()).ShouldContain("Nguyễn Văn Mẫu");
        var kept = await _registry.Database.ScalarAsync<byte[]>($"select sealed from payment.payer where obligation = '{stated.Obligation}'");
        Encoding.UTF8.GetString(kept).ShouldNotContain("Nguyễn");
    }

    [Test]
    public async Task Should_refuse_an_identity_or_a_reference_that_is_taken_and_keep_nothing()
    {
        var stated = PaymentRegistry.Obligation(3);
        await _registry.RecordAsync(stated);
        var sameIdentity = stated with { Orders = [stated.Orders[0] with { Reference = PaymentRegistry.Reference(3001) }] };
        var sameReference = stated with { Obligation = ObligationId.Of("H29", "another") };

        (await Should.ThrowAsync<PostgresException>(() => _registry.RecordAsync(sameIdentity))).ConstraintName.ShouldBe(PaymentConstraints.Obligation);
        (await Should.ThrowAsync<PostgresException>(() => _registry.RecordAsync(sameReference))).ConstraintName.ShouldBe(PaymentConstraints.Reference);

        (await _registry.Orders.FindAsync(PaymentRegistry.Reference(3001), CancellationToken.None)).ShouldBeNull();
        (await _registry.Obligations.FindAsync(sameReference.Obligation, CancellationToken.None)).ShouldBeNull();
    }

    [Test]
    public async Task Should_write_many_in_one_batch()
    {
        await _registry.RecordAsync([.. Enumerable.Range(4000, 200).Select(number => PaymentRegistry.Obligation(number))]);

        var found = await _registry.Orders.FindManyAsync([.. Enumerable.Range(4000, 201).Select(PaymentRegistry.Reference)], CancellationToken.None);

        found.Count.ShouldBe(200);
    }

    [Test]
    public async Task Should_keep_attempts_and_callbacks()
    {
        var stated = PaymentRegistry.Obligation(5);
        var reference = stated.Orders[0].Reference;
        var attempt = new KeepAttempt(reference, "vnpay", PaymentRegistry.Start, "portal");
        var id = Guid.CreateVersion7();
        await _registry.RecordAsync(
            stated, attempt, attempt,
            new KeepCallback(id, "vnpay", reference, "14000001", [1, 2, 3], "khoa-2026", "R1", "accepted", Encoding.UTF8.GetBytes("vnp_TxnRef=…")));

        (await _registry.Orders.ReadAsync(reference, CancellationToken.None))!.Attempts.ShouldHaveSingleItem().ShouldBe(new AttemptRow("vnpay",
            PaymentRegistry.Start));
        var callback = (await new Registries.Payments.Desk.CallbackList(_registry.Source).OfAsync(reference, CancellationToken.None)).ShouldHaveSingleItem();
        (callback.Id, callback.Partner, callback.Identity, callback.KeyId, callback.ReceiptNumber,
            callback.Outcome).ShouldBe((id, "vnpay", "14000001", "khoa-2026", "R1", "accepted"));
        (await _registry.Database.ScalarAsync<long>($"select count(*) from dossier.raw_body where id = '{id}' and operation = 'payment-callback'")).ShouldBe(1);
    }

    [Test]
    public void Should_draw_references_that_are_never_alike()
    {
        var references = new PaymentReferences();
        var day = new DateOnly(2026, 11, 22);

        var drawn = Enumerable.Range(0, 200_000).AsParallel().Select(_ => references.Next(day)).ToHashSet();

        drawn.Count.ShouldBe(200_000);
        drawn.ShouldAllBe(reference => reference.Value.Length == 18 && reference.Value.StartsWith("D261122", StringComparison.Ordinal));
        drawn.Select(reference => reference.Value[7]).Distinct().Count().ShouldBe(32);
    }
}
