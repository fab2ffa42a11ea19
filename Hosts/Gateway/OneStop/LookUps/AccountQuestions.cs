using DichVuCong.Adapters.OneStop.Replies;
using DichVuCong.Adapters.OneStop.Wire.Catalogue;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using DichVuCong.Contracts;
using DichVuCong.Gateway.OneStop.Calls;
using DichVuCong.Registries.Dossiers;

namespace DichVuCong.Gateway.OneStop.LookUps;

/// <summary>TraCuuTechID (3): the portal account behind a number. Who asked is recorded before the answer is given.</summary>
internal sealed class AccountQuestions(PortalAccounts accounts)
{
    public async Task<Answer> AnswerAsync(SystemCall call, LookUpAccount question, CancellationToken cancellationToken)
    {
        if (!PersonalId.TryParse(question.Number, out var number)) return Answer.Refused(call, CallFaults.NumberMalformed);
        var account = await accounts.FindAsync(number, call.Account.Name, call.Service, cancellationToken);
        return Answer.Of(AnswerReplies.Accounts(call.Style, account is null ? [] : [new AccountRow { TechId = account }]));
    }
}
