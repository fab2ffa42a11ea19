using DichVuCong.Adapters.Banks.Http;
using DichVuCong.Contracts.Payments;
using FaultSide = DichVuCong.Messaging.FaultSide;

namespace DichVuCong.Adapters.Banks.Platform;

/// <summary>Where a ministry takes our callback: its own path, behind whatever gateway stands before it.</summary>
/// <param name="Address">The address.</param>
/// <param name="Headers">What the gateway asks for, such as Authorization and dstcode. Secrets.</param>
public sealed record MinistryEndpoint(Uri Address, IReadOnlyDictionary<string, string> Headers)
{
    /// <inheritdoc/>
    public override string ToString() => Address.GetLeftPart(UriPartial.Path);
}

/// <summary>The ministry took the callback.</summary>
/// <param name="MaLoi">What it answered: 00, or our own MaLoi repeated.</param>
public sealed record MinistryReceipt(string MaLoi);

/// <summary>
/// Tells ministries what became of their payments. Safe to send again after any answer: the receiver keeps to (MaDoiTac, MaThamChieu,
/// MaGiaoDich). The reply's MaXacThuc is not checked, since known receivers repeat ours (5.3).
/// </summary>
/// <param name="http">The client, of <see cref="BankHttp"/>.</param>
/// <param name="settings">The settings, valid.</param>
/// <param name="partners">The partners.</param>
/// <param name="time">The clock.</param>
public sealed class MinistryCallbackClient(HttpClient http, PlatformSettings settings, PlatformPartners partners, TimeProvider time)
{
    private const string NotTaken = "99";
    private readonly PartnerCall _call = new(http, time);

    /// <summary>Sends the callback.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<PartnerAnswer<MinistryReceipt>> SendAsync(PlatformState state, MinistryEndpoint endpoint, CancellationToken cancellationToken)
    {
        if (partners.Find(state.MaDoiTac)?.Keys.ToSignAt(time.GetUtcNow()) is not { } key)
        {
            return new PartnerAnswer<MinistryReceipt>.NotSent("no secret of the partner is valid now", Side: FaultSide.Us);
        }

        var body = MinistryCallback.Compose(state, settings.CallbackType, key);
        var exchange = await _call.PostAsync(endpoint.Address, body, endpoint.Headers, settings.Timeout, BankHttp.MaxAnswerBytes, cancellationToken);
        return AnswerReading.Of<MinistryReceipt>(exchange, (_, json) => PlatformReply.Of(json) is { } reply ? Judge(reply.Code, state.Result) : null);
    }

    private PartnerAnswer<MinistryReceipt> Judge(string code, PaymentResult result)
    {
        var isTaken = code == PlatformResults.Success
            || (settings.RepeatedCodeIsTaken && code != NotTaken && code == PlatformResults.MaLoiOf(result));
        return isTaken
            ? new PartnerAnswer<MinistryReceipt>.Done(new MinistryReceipt(code))
            : new PartnerAnswer<MinistryReceipt>.Refused(RefusalKind.Business, code, "the ministry did not take the callback");
    }
}
