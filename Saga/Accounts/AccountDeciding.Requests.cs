using DichVuCong.Contracts.Accounts;
using DichVuCong.Messaging;

namespace DichVuCong.Saga.Accounts;

/// <content>The request that is open.</content>
internal sealed partial class AccountDeciding
{
    /// <summary>The terms of a request's time.</summary>
    public ClockTerms RequestTerms(DateTimeOffset completeAt) => new(rules.Calendar, rules.RequestLimit.Unit, rules.RequestLimit.Amount, completeAt);

    /// <summary>Moves the open request on.</summary>
    public void SetRequest(AccountRequestState state) => Data = Data with { Request = Data.Request! with { State = state } };

    /// <summary>The open request was found valid.</summary>
    public void SetChecked(string by) => Data = Data with { Request = Data.Request! with { State = AccountRequestState.Checked, CheckedBy = by } };

    /// <summary>Ends the open request.</summary>
    public void Answer(AccountRequestState state, string reason)
    {
        if (Data.Request is not { } request) return;
        SendRequestRow(request with { State = state });
        Publish(new AccountRequestAnswered(Data.Account, request.Id, request.Agency, state, reason));
        Data = Data with { Request = null };
    }

    private void SendRequestRow(OpenRequest request) => Send(new UpdateRequestRow(
        Data.Account, request.Id, request.Kind, request.Agency, request.State, request.CompleteAt, request.Deadline, request.IsOverdue));
}
