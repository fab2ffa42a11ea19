using System.Text.Json;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Golden.Tests.Support;
using DichVuCong.Messaging;
using DichVuCong.Saga;
using DichVuCong.Saga.Dossiers;
using DichVuCong.Saga.Parcels;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Golden.Tests.Histories;

/// <summary>
/// The recorded histories leave nothing out: what a saga takes, decides and sends is listed by the topology and the state graph themselves, so
/// that something new without a history fails here.
/// </summary>
internal sealed class When_histories_are_complete
{
    private static readonly Lazy<IReadOnlyList<History>> Recorded = new(() => [.. GoldenFile.LatestIn(History.Folder).Select(History.Of)]);

    private static readonly Lazy<IReadOnlyList<History>> EverRecorded = new(() => [.. GoldenFile.In(History.Folder).Select(History.Of)]);

    private static IEnumerable<HistoryStep> Steps => Recorded.Value.SelectMany(history => history.Steps);

    [Test]
    public void Should_hand_every_message_to_every_saga_that_takes_it()
    {
        var wanted = SystemTopology.Sagas.Sagas.Values.SelectMany(saga => saga.Steps.Keys.Select(message => $"{saga.Endpoint} takes {NameOf(message)}"));
        var taken = Recorded.Value.SelectMany(history => history.Steps.Select(step => $"{history.Saga} takes {step.Message.Type}"));

        wanted.Except(taken).ShouldBeEmpty();
    }

    [Test]
    public void Should_take_every_edge_of_the_state_graph() => StateGraph.Edges.Select(edge => edge.Name).Except(Steps.Select(step => step.Edge)).ShouldBeEmpty();

    [Test]
    public void Should_take_every_edge_of_the_graphs_of_payments()
    {
        ShouldTake(PaymentEndpoints.Obligations, ObligationGraph.Table.Edges.Select(edge => edge.Name));
        ShouldTake(PaymentEndpoints.Orders, OrderGraph.Table.Edges.Select(edge => edge.Name));
        ShouldTake(PaymentEndpoints.Inquiries, InquiryGraph.Table.Edges.Select(edge => edge.Name));
    }

    [Test]
    public void Should_take_every_edge_of_the_graph_of_parcels() => ShouldTake(ParcelEndpoints.Parcels, ParcelGraph.Table.Edges.Select(edge => edge.Name));

    [Test]
    public void Should_fire_every_clock_of_parcels()
    {
        ParcelClocks.OfParcel.Except(FiredOf(ParcelEndpoints.Parcels)).ShouldBeEmpty();
        FiredOf(ParcelEndpoints.Tracking).ShouldContain(ParcelClocks.Poll);
    }

    [Test]
    public void Should_reach_every_state_of_a_dossier() =>
        Enum.GetValues<DossierState>().Select(state => (int)state).Except(Steps.Select(step => (int?)step.Then["state"]!["shown"]?["state"] ?? 0)).ShouldBeEmpty();

    [Test]
    public void Should_have_every_kind_of_effect()
    {
        var kinds = typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect))).ToList();
        kinds.ShouldBe(EffectText.Kinds.Keys, ignoreOrder: true);

        // No saga of the system replies yet: the first that does makes this fail, and is recorded.
        var had = Steps.SelectMany(step => step.Effects).Select(effect => effect.First().Key).Distinct();
        had.ShouldBe(EffectText.Kinds.Values.Except(["reply"]), ignoreOrder: true);
    }

    [Test]
    public void Should_send_or_take_every_message_of_the_system()
    {
        var met = Steps.Select(step => step.Message.Type)
            .Concat(Steps.SelectMany(step => step.Effects).Select(effect => effect.First().Value!.ToString()));

        // Commands of operators about parked messages are the runtime's, and no saga sees them.
        SystemTopology.Sagas.Messages.Select(type => type.Name).Except(met).ShouldBe(["bus.parking-command.v1"]);
    }

    [Test]
    public void Should_set_and_fire_every_clock()
    {
        string[] clocks = [ClockNames.Undelivered, ClockNames.Acceptance, ClockNames.Deadline, ClockNames.Silence, ClockNames.Future];
        var effects = Steps.SelectMany(step => step.Effects).ToList();

        foreach (var kind in new[] { "setClock", "cancelClock" })
        {
            clocks.Except(effects.Select(effect => (string?)effect[kind])).ShouldBeEmpty(kind);
        }

        clocks.Except(Steps.Where(step => step.Message.Type == "bus.clock-fired.v1").Select(step => (string?)step.Message.Body["clock"])).ShouldBeEmpty("fired");
    }

    [Test]
    public void Should_fire_every_clock_of_payments()
    {
        OrderClocks.All.Except(FiredOf(PaymentEndpoints.Orders)).ShouldBeEmpty();
        InquiryClocks.All.Except(FiredOf(PaymentEndpoints.Inquiries)).ShouldBeEmpty();
    }

    [Test]
    public void Should_have_every_cause_and_end_of_a_refund()
    {
        ValuesOf<RefundCause>().Except(EffectFields("payments.keep-refund.v1", "cause")).ShouldBeEmpty();
        ValuesOf<RefundState>().Except(EffectFields("payments.keep-refund.v1", "state")).ShouldBeEmpty();
        ValuesOf<RefundObstacle>().Except(EffectFields("payments.refund-not-allowed.v1", "cause")).ShouldBeEmpty();
    }

    /// <summary>The kinds that an order finds by itself; those of files and of lists of fees come from elsewhere.</summary>
    [Test]
    public void Should_find_every_kind_of_difference() => Enum.GetValues<DifferenceKind>().Where(kind => kind < DifferenceKind.MissingAtPartner)
        .Select(kind => JsonSerializer.SerializeToElement(kind).GetString()).Except(EffectFields("payments.open-inquiry.v1", "kind")).ShouldBeEmpty();

    [Test]
    public void Should_raise_every_flag() =>
        ValuesOf<DossierFlag>().Except(EffectFields("dossiers.keep-flag.v1", "flag").Concat(EffectFields("dossiers.keep-history-row.v1", "flag"))).ShouldBeEmpty();

    [Test]
    public void Should_count_every_figure() => ValuesOf<DailyFigure>().Except(EffectFields("dossiers.count-figure.v1", "figure")).ShouldBeEmpty();

    [Test]
    public void Should_have_every_cause_of_a_new_deadline() => ValuesOf<DeadlineCause>().Except(EffectFields("dossiers.deadline-changed.v1", "cause")).ShouldBeEmpty();

    [Test]
    public void Should_hold_states_of_every_schema_that_is_read() => SystemTopology.Sagas.Sagas.Values
        .SelectMany(saga => SchemasOf(saga.Shapes).Select(schema => $"{saga.Endpoint} {schema}"))
        .Except(EverRecorded.Value.SelectMany(history => history.Steps.Select(step => $"{history.Saga} {step.StateSchema}")))
        .ShouldBeEmpty();

    private static void ShouldTake(string saga, IEnumerable<string> edges) =>
        edges.Except(Recorded.Value.Where(history => history.Saga == saga).SelectMany(history => history.Steps).Select(step => step.Edge)).ShouldBeEmpty(saga);

    private static IEnumerable<string?> FiredOf(string saga) => Recorded.Value.Where(history => history.Saga == saga).SelectMany(history => history.Steps)
        .Where(step => step.Message.Type == "bus.clock-fired.v1").Select(step => (string?)step.Message.Body["clock"]);

    private static IEnumerable<int> SchemasOf(Shapes shapes) => Enumerable.Range(shapes.Oldest, shapes.Newest - shapes.Oldest + 1);

    private static IEnumerable<string?> EffectFields(string message, string field) => Steps.SelectMany(step => step.Effects)
        .Where(effect => effect.First().Value!.ToString() == message).Select(effect => (string?)effect["body"]![field]);

    private static IEnumerable<string> ValuesOf<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => JsonSerializer.SerializeToElement(value).GetString()!);

    private static string NameOf(Type message) => SystemTopology.Sagas.Messages.Single(type => type.ClrType == message).Name;
}
