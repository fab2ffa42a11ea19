using DichVuCong.Adapters.Banks.Callbacks;
using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Outbound;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Messaging;
using DichVuCong.Payments.Settings;
using DichVuCong.Saga.Dossiers;

namespace DichVuCong.Payments.Partners;

/// <summary>
/// A partner that collects payments. It may be used by all calls at once.
/// </summary>
public abstract class PaymentPartner : IDisposable
{
    /// <summary>What a refused start says when the order is over.</summary>
    private const string Over = "expired";

    private readonly PartnerTerms _terms;

    private protected PaymentPartner(string code, PartnerTerms terms, TimeSpan timeout, HttpMessageHandler handler)
    {
        (Code, _terms) = (code, terms);
        Http = BankHttp.CreateClient(handler);
        Door = CallbackDoor.Of(terms);
        Limits = terms.LimitsOf(timeout);
    }

    /// <summary>Its code, as in <c>/callbacks/{code}</c> and in every message.</summary>
    public string Code { get; }

    /// <summary>How payers are told of it.</summary>
    public string Name => _terms.Name;

    /// <summary>How it calls back.</summary>
    public abstract ICallbackForm Form { get; }

    /// <summary>What of its calls is taken.</summary>
    public CallbackDoor Door { get; }

    /// <summary>What its line can bear.</summary>
    public LineLimits Limits { get; }

    /// <summary>The time of day in Vietnam from which a payment belongs to the next day; 24 hours for calendar days.</summary>
    public TimeSpan CutOff => _terms.CutOff;

    /// <summary>The time of day in Vietnam at which the day before is reconciled.</summary>
    public TimeOnly ReconcileAt => _terms.ReconcileAt;

    /// <summary>The family of its reconciliation files.</summary>
    public IStatementFamily Statements => StatementFamilies.Find(_terms.Statements)!;

    /// <summary>When it is asked; null for the rule of the house.</summary>
    public Saga.Payments.AskSchedule? Asks => _terms.Asks?.ToSchedule();

    /// <summary>How long a link to pay at it lives at most.</summary>
    public TimeSpan LinkLifetime => _terms.LinkLifetime;

    /// <summary>The client to call it with.</summary>
    private protected HttpClient Http { get; }

    /// <summary>
    /// Makes what a citizen needs to pay. Nothing here decides whether the order may be paid: the caller has looked at it.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="now">The time; it becomes <see cref="PaymentLink.StartedAt"/>.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    /// <returns>
    /// The link; <c>Refused</c> when the partner will not take this order (code <c>expired</c>, <c>amount</c>, <c>account</c>, <c>init</c>,
    /// <c>receipt</c> are ours); <c>NotSent</c> when it cannot be reached now; <c>Unknown</c> when it may have the order: starting again is safe.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PartnerAnswer<PaymentLink>> StartAsync(PayableOrder order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var started = WholeSeconds.Of(now);
        var expires = WholeSeconds.Of(order.ExpiresAt < now + _terms.LinkLifetime ? order.ExpiresAt : now + _terms.LinkLifetime);
        return expires <= started
            ? Refused(Over, "the order's time to pay is over")
            : await MakeAsync(order, started, expires, cancellationToken);
    }

    /// <summary>Its operations, as the Worker runs them.</summary>
    /// <param name="orders">What is known of orders here.</param>
    /// <param name="time">The clock.</param>
    public abstract IPartnerOperations Operations(IOrderRecords orders, TimeProvider time);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public override string ToString() => Code;

    private protected abstract Task<PartnerAnswer<PaymentLink>> MakeAsync(
        PayableOrder order, DateTimeOffset started, DateTimeOffset expires, CancellationToken cancellationToken);

    private protected static PartnerAnswer<PaymentLink> Refused(string code, string reason) =>
        new PartnerAnswer<PaymentLink>.Refused(RefusalKind.Business, code, reason);

    private protected static PartnerAnswer<PaymentLink> Given(PaymentLink link) => new PartnerAnswer<PaymentLink>.Done(link);

    /// <summary>What came of a call for a link.</summary>
    private protected static PartnerAnswer<PaymentLink> From<TAnswer>(PartnerAnswer<TAnswer> answer, Func<TAnswer, PaymentLink> link)
        where TAnswer : class => answer switch
        {
            PartnerAnswer<TAnswer>.Done done => Given(link(done.Value)),
            PartnerAnswer<TAnswer>.Refused refused => new PartnerAnswer<PaymentLink>.Refused(refused.Kind, refused.Code, refused.Reason),
            PartnerAnswer<TAnswer>.NotSent notSent => new PartnerAnswer<PaymentLink>.NotSent(notSent.Reason, notSent.RetryAfter),
            PartnerAnswer<TAnswer>.Unknown unknown => new PartnerAnswer<PaymentLink>.Unknown(unknown.Reason),
            _ => throw new System.Diagnostics.UnreachableException(answer.GetType().Name),
        };

    private protected virtual void Dispose(bool disposing)
    {
        if (disposing) Http.Dispose();
    }
}
