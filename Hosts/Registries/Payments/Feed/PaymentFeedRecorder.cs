using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Dossiers;
using DichVuCong.Runtime.Recording;
using DichVuCong.Runtime.Sql;
using Npgsql;

namespace DichVuCong.Registries.Payments.Feed;

/// <summary>
/// Writes the events of payments, in the transaction of the decision.
/// <para>
/// They have a feed of their own. Everybody who follows <c>GET /v1/events</c> gets the events of all dossiers; of payments an agency's system
/// follows those of its own agencies alone (A25.3), and differences are nobody's but the agency's and the operators'. So each row names its
/// agency, with an index on it, which the feed of dossiers has no need of; and its key is an order, an obligation or a difference, where that
/// one's is a dossier. What becomes of a dossier's fees (<see cref="DossierPaymentChanged"/>) is an event of the dossier: it goes into the
/// dossiers' feed, in the order of its other events, and the portal and the coordination system need no second cursor.
/// </para>
/// Some events are rows besides: no other message says what did not agree, what an agency was asked, or why its decision was not carried out.
/// </summary>
public sealed class PaymentFeedRecorder : IRecorder
{
    /// <summary>The endpoint's name; it subscribes to the events.</summary>
    public const string EndpointName = "payment-feed";

    private const string InsertForDossiers = "insert into dossier.feed (type, code, at, body) select * from unnest($1, $2, $3, $4)";

    // The rows are numbered, since the order of the feed is the order of the decisions: ids are drawn as they are inserted. An event on a
    // difference says nothing of its agency: the difference's row does, which this very statement's transaction may have written.
    private const string Insert =
        """
        insert into payment.feed (type, key, agency, at, body)
        select u.type, u.key, coalesce(u.agency, d.agency), u.at, u.body
        from unnest($1, $2, $3, $4, $5, $6) with ordinality u(type, key, agency, difference, at, body, n)
        left join payment.difference d on d.id = u.difference
        order by u.n
        """;

    /// <inheritdoc/>
    public string Endpoint => EndpointName;

    /// <inheritdoc/>
    public void Record(IReadOnlyList<RecordedMessage> messages, NpgsqlBatch batch)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(batch);
        InquiryWrites.Differences(batch, PaymentRecorder.Of<PaymentDifferenceFound>(messages));
        RefundWrites.Requests(batch, PaymentRecorder.Of<RefundAsked>(messages));
        DecisionWrites.Refuse(batch, PaymentRecorder.Of<RefundNotAllowed>(messages));
        ForDossiers(batch, PaymentRecorder.Of<DossierPaymentChanged>(messages));
        ForAgencies(batch, [.. messages.Where(message => message.Message is not DossierPaymentChanged)]);
    }

    private static void ForDossiers(NpgsqlBatch batch, List<Recorded<DossierPaymentChanged>> events)
    {
        if (events.Count == 0) return;
        batch.Append(InsertForDossiers)
            .Column(events, row => NameOf(row.Body))
            .Column(events, row => row.Body.Dossier.Value)
            .Column(events, row => row.Envelope.At.UtcDateTime)
            .Column(events, row => BodyOf(row.Body));
    }

    private static void ForAgencies(NpgsqlBatch batch, List<RecordedMessage> events)
    {
        if (events.Count == 0) return;
        batch.Append(Insert)
            .Column(events, row => NameOf(row.Message))
            .Column(events, row => row.Key)
            .Column(events, row => AgencyOf(row.Message)?.Value)
            .Column(events, row => DifferenceOf(row.Message))
            .Column(events, row => row.At.UtcDateTime)
            .Column(events, row => BodyOf(row.Message));
    }

    private static AgencyCode? AgencyOf(object message) => message switch
    {
        OrderStateChanged changed => changed.Agency,
        OrderPaid paid => paid.Agency,
        RefundStateChanged refund => refund.Agency,
        RefundAsked asked => asked.Agency,
        RefundNotAllowed refused => refused.Agency,
        ReceiptMissing missing => missing.Agency,
        ConfirmationGivenUp givenUp => givenUp.Agency,
        ObligationStateChanged changed => changed.Agency,
        ObligationPaid paid => paid.Agency,
        PaymentDifferenceFound found => found.Agency,
        _ => null,
    };

    /// <summary>The difference through which an event is the agency's. Who tried to close an inquiry is the operators' alone.</summary>
    private static string? DifferenceOf(object message) => message switch
    {
        InquiryReminded reminded => reminded.Difference,
        InquiryOverdue overdue => overdue.Difference,
        AnswerNotAllowed refused => refused.Difference,
        InquiryClosed closed => closed.Difference,
        _ => null,
    };

    private static string NameOf(object message) => MessageNameAttribute.Of(message.GetType());

    private static byte[] BodyOf(object message) => JsonSerializer.SerializeToUtf8Bytes(message, PaymentJson.Default.GetTypeInfo(message.GetType())!);
}
