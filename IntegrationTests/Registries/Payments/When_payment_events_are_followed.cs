using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Feed;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Registries.Payments.Feed;
using DichVuCong.Registries.Tests.Payments.Support;
using DichVuCong.Testing;

namespace DichVuCong.Registries.Tests.Payments;

internal sealed class When_payment_events_are_followed
{
    private static readonly AgencyCode Other = AgencyCode.Parse("H30.1");
    private static readonly FeedCursor Beginning = FeedCursor.StartOf(Guid.Empty);
    private PaymentRegistry _registry = null!;

    [SetUp]
    public async Task Start() => _registry = await PaymentRegistry.CreateAsync();

    [TearDown]
    public async Task Stop() => await _registry.DisposeAsync();

    [Test]
    public async Task Should_give_each_agency_its_own_in_their_order_and_operators_all()
    {
        await _registry.RecordAsync(Changed(1, PaymentRegistry.Agency, OrderState.Pending), Changed(2, Other, OrderState.Pending),
            Changed(1, PaymentRegistry.Agency, OrderState.Paid));
        await _registry.RecordAsync(Changed(2, Other, OrderState.Paid));
        var reader = new PaymentFeedReader(_registry.Source);
        await Eventually.HoldsAsync(async () => (await reader.ReadAsync(Beginning, 100, CancellationToken.None)).Count == 4, "all events are given out");

        var own = await reader.ReadAsync(Beginning, [PaymentRegistry.Agency], 100, CancellationToken.None);
        var both = await reader.ReadAsync(Beginning, [PaymentRegistry.Agency, Other], 3, CancellationToken.None);

        own.Select(row => StateOf(row)).ShouldBe([OrderState.Pending, OrderState.Paid]);
        own.ShouldAllBe(row => row.Code == PaymentRegistry.Reference(1).Value && row.Type == "payments.order-state-changed.v1");
        both.Select(row => row.Code).ShouldBe([PaymentRegistry.Reference(1).Value, PaymentRegistry.Reference(2).Value, PaymentRegistry.Reference(1).Value]);
        (await reader.ReadAsync(both[^1].Cursor, [PaymentRegistry.Agency, Other], 3,
            CancellationToken.None)).ShouldHaveSingleItem().Code.ShouldBe(PaymentRegistry.Reference(2).Value);
        (await reader.ReadAsync(Beginning, [], 3, CancellationToken.None)).ShouldBeEmpty();
    }

    [Test]
    public async Task Should_tell_the_dossiers_feed_what_becomes_of_a_dossiers_fees()
    {
        var dossier = DossierCode.Parse("H29.101-260302-00001");
        await _registry.RecordAsync(
            new DossierPaymentChanged(dossier, ObligationId.Of("H29", "1"), ObligationState.Paid, new Vnd(150_000), new Vnd(150_000), PaymentRegistry.Start));

        (await _registry.Database.ScalarAsync<string>("select type from dossier.feed where code = 'H29.101-260302-00001'"))
            .ShouldBe("payments.dossier-payment-changed.v1");
        (await _registry.CountAsync("payment.feed")).ShouldBe(0);
    }

    [Test]
    public async Task Should_find_the_agency_of_an_inquiry_by_its_difference()
    {
        await _registry.RecordAsync(
            When_payments_are_recorded.Found("d1", PaymentRegistry.Reference(1)), new InquiryReminded("d1", InquiryParty.Bank, 1, PaymentRegistry.Start));
        await _registry.RecordAsync(new InquiryClosed("d1", ByRule: true, "exact"), new ClosingNotAllowed("d1", "truc-ban", ClosingObstacle.NotFourEyes));

        const string Feed = "select string_agg(type || '/' || coalesce(agency, '-'), ' ' order by tx, id) from payment.feed";
        (await _registry.Database.ScalarAsync<string>(Feed)).ShouldBe(
            "payments.difference-found.v1/H29.101 payments.inquiry-reminded.v1/H29.101 payments.inquiry-closed.v1/H29.101 payments.closing-not-allowed.v1/-");
    }

    [Test]
    public async Task Should_list_differences_with_their_inquiries()
    {
        await _registry.RecordAsync(
            When_payments_are_recorded.Found("d1", PaymentRegistry.Reference(1)), When_payments_are_recorded.Found("d2", reference: null, Other),
            When_payments_are_recorded.Inquiry("d1", InquiryState.Closed), When_payments_are_recorded.Inquiry("d2", InquiryState.ClosingProposed),
            new KeepInquiryStep("d2", InquiryStep.ClosingProposed, "Đã khớp tay", "truc-ban", PaymentRegistry.Start));
        var desk = new InquiryDesk(_registry.Source);

        (await FindAsync(new InquiryCriteria())).ShouldBe(["d2"]);
        (await FindAsync(new InquiryCriteria { WithClosed = true })).ShouldBe(["d1", "d2"]);
        (await FindAsync(new InquiryCriteria { WithClosed = true, Reference = PaymentRegistry.Reference(1) })).ShouldBe(["d1"]);
        (await FindAsync(new InquiryCriteria { Agency = Other, Partner = "vnpay", Day = new DateOnly(2026, 3, 2) })).ShouldBe(["d2"]);
        (await FindAsync(new InquiryCriteria { OverdueAt = PaymentRegistry.Start.AddDays(44) })).ShouldBeEmpty();
        (await FindAsync(new InquiryCriteria { OverdueAt = PaymentRegistry.Start.AddDays(46) })).ShouldBe(["d2"]);
        (await desk.StepsAsync("d2", CancellationToken.None)).ShouldHaveSingleItem().By.ShouldBe("truc-ban");
        var row = (await desk.FindAsync("d2", CancellationToken.None)).ShouldNotBeNull();
        (row.State, row.Kind, row.Expected, row.Found).ShouldBe((InquiryState.ClosingProposed, DifferenceKind.AmountShort, new Vnd(150_000), new Vnd(149_999)));

        async Task<IReadOnlyList<string>> FindAsync(InquiryCriteria criteria) =>
            [.. (await desk.FindAsync(criteria, CancellationToken.None)).Select(row => row.Difference)];
    }

    [Test]
    public async Task Should_follow_a_refund_from_the_request_to_the_decision()
    {
        var reference = PaymentRegistry.Reference(1);
        var desk = new RefundDesk(_registry.Source);
        await _registry.RecordAsync(new RefundAsked(reference, PaymentRegistry.Agency, "vnpay", "A1", new Vnd(50_000), "Nộp nhầm"));
        (await desk.RequestsAsync(10, agencies: null, CancellationToken.None)).ShouldHaveSingleItem().Amount.ShouldBe(new Vnd(50_000));

        var decision = new RecordRefundDecision(
            reference, PaymentRegistry.Agency, "vnpay", "A1", new Vnd(50_000), "12/QĐ", new DateOnly(2026, 3, 5), RefundRoute.Partner, "Nộp nhầm", "ketoan01");
        await _registry.RecordAsync(decision);
        (await desk.RequestsAsync(10, agencies: null, CancellationToken.None)).ShouldBeEmpty();
        (await desk.UnapprovedAsync(10, agencies: null, CancellationToken.None)).ShouldHaveSingleItem().Decision.ShouldBe(decision);

        var approval = new ApproveRefundDecision(reference, PaymentRegistry.Agency, "vnpay", "A1", "12/QĐ", "lanhdao01");
        await Should.ThrowAsync<Npgsql.PostgresException>(() => _registry.RecordAsync(approval with { ApprovedBy = " KETOAN01 " }));
        await _registry.RecordAsync(approval);
        await _registry.RecordAsync(approval with { ApprovedBy = "lanhdao02" });
        await _registry.RecordAsync(new RefundNotAllowed(reference, PaymentRegistry.Agency, "12/QĐ", RefundObstacle.TooMuch));

        (await desk.UnapprovedAsync(10, agencies: null, CancellationToken.None)).ShouldBeEmpty();
        var row = (await desk.OfAsync(reference, CancellationToken.None)).ShouldHaveSingleItem();
        (row.ApprovedBy, row.Obstacle).ShouldBe(("lanhdao01", RefundObstacle.TooMuch));
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => _registry.RecordAsync(decision))).ConstraintName.ShouldBe(PaymentConstraints.RefundDecision);
    }

    [Test]
    public async Task Should_let_old_events_go_and_tell_a_cursor_that_missed_them()
    {
        await _registry.RecordAsync(Changed(1, PaymentRegistry.Agency, OrderState.Pending));
        await _registry.ExecuteAsync("update payment.feed set at = now() - interval '31 days'");
        await _registry.RecordAsync(Changed(1, PaymentRegistry.Agency, OrderState.Paid));
        await _registry.ExecuteAsync("update payment.feed set at = now() where at > now() - interval '30 days' or id > 1");

        (await new PaymentFeedKeeping(_registry.Source).TrimAsync(30, CancellationToken.None)).ShouldBe(1);

        (await _registry.CountAsync("payment.feed")).ShouldBe(1);
        (await _registry.CountAsync("payment.feed_trimmed")).ShouldBe(1);
    }

    private static OrderStateChanged Changed(int number, AgencyCode agency, OrderState state) =>
        new(PaymentRegistry.Reference(number), ObligationId.Of("H29", "1"), agency, OrderState.Open, state, PaymentRegistry.Start);

    private static OrderState StateOf(FeedEvent row) => JsonSerializer.Deserialize(row.Body, PaymentJson.Default.OrderStateChanged)!.State;
}
