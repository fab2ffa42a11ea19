using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Banks.Form;

/// <summary>A call to a bank in the form: the same request id must have the same content, and then what is asked for is done.</summary>
internal sealed class FormVisit(FormCall call, BankBook book, Func<FormCall, HttpAnswer> operation) : IVisit
{
    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (fault == FaultKind.Refuse) return call.Answer("03", "refused");
        var hash = call.ContentHash;
        return book.Note(new BankRequest(call.Bank.Name, call.RequestId, hash)).Hash == hash ? operation(call) : call.Answer("04", "requestId");
    }
}
