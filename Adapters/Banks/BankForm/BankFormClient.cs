using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts;
using FaultSide = DichVuCong.Messaging.FaultSide;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>
/// Calls a bank in our form. A call may be repeated with the same request id after any answer: the bank does it once and answers the same.
/// The repeat's <c>sentAt</c> is its own: it belongs to the transport, and the bank leaves it out when it compares the contents.
/// </summary>
/// <param name="http">The client, of <see cref="BankHttp"/>, with our certificate where the bank asks for mutual TLS.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="time">The clock.</param>
public sealed class BankFormClient(HttpClient http, BankFormSettings settings, TimeProvider time)
{
    private const int MaxRequestId = 64;
    private readonly PartnerCall _call = new(http, time);
    private readonly BodySignatures _signatures = BodySignatures.Of(settings);

    /// <summary>Makes one call.</summary>
    /// <param name="operation">Which, of <see cref="BankOperations"/>.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="requestId">The idempotency key: up to 64 letters, digits and <c>. - _</c>.</param>
    /// <param name="cancellationToken">The caller's wish to stop.</param>
    /// <exception cref="ArgumentException">The request id cannot be one.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PartnerAnswer<TAnswer>> CallAsync<TRequest, TAnswer>(
        BankOperation<TRequest, TAnswer> operation, TRequest request, string requestId, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (requestId is not { Length: > 0 and <= MaxRequestId } || !PlainText.IsPlain(requestId))
        {
            throw new ArgumentException("Not a request id.", nameof(requestId));
        }

        var now = time.GetUtcNow();
        var stamp = VietnamTime.ToWire(now);
        var body = BankFormBody.Write([(BankFormNames.RequestIdField, requestId), (BankFormNames.SentAt, stamp), .. operation.Write(request)]);
        if (_signatures.Sign(body, now) is not { } signature) return new PartnerAnswer<TAnswer>.NotSent("no key of ours is valid now", Side: FaultSide.Us);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [BankFormNames.RequestId] = requestId,
            [BankFormNames.KeyId] = signature.KeyId,
            [BankFormNames.Signature] = signature.Value,
            [BankFormNames.Timestamp] = stamp,
        };
        var bound = ReferenceEquals(operation, BankOperations.Reconcile) ? settings.MaxFileBytes : BankHttp.MaxAnswerBytes;
        var exchange = await _call.PostAsync(PartnerAddress.Of(settings.ApiUrl!, operation.Path), body, headers, settings.Timeout, bound, cancellationToken);
        return AnswerReading.Of<TAnswer>(
            exchange, (answered, json) => IsOurs(answered, json, requestId) ? Judge(operation, request, json) : null, isSigned: true);
    }

    // An answer to another call, kept by somebody and given again, is signed as well: the request id ties it to this one.
    private bool IsOurs(Exchange.Answered answered, PartnerObject json, string requestId) =>
        _signatures.Verifies(answered.Header(BankFormNames.KeyId), answered.Header(BankFormNames.AnswerSignature), answered.Body, time.GetUtcNow())
        && json.Text(BankFormNames.RequestIdField) == requestId;

    private PartnerAnswer<TAnswer>? Judge<TRequest, TAnswer>(BankOperation<TRequest, TAnswer> operation, TRequest request, PartnerObject json)
        where TAnswer : class
    {
        if (json.Text("code") is not { } code) return null;
        if (!BankFormCodes.IsDone(code)) return BankFormCodes.Of<TAnswer>(code);
        return operation.Read(json, request, settings.Partner) is { } answer ? new PartnerAnswer<TAnswer>.Done(answer) : null;
    }
}
