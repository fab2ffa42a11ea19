using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Operations.Access;
using DichVuCong.Registries.Operations.Audit;
using DichVuCong.Registries.Operations.Identities;
using DichVuCong.Registries.Payments;
using DichVuCong.Registries.Payments.Desk;
using DichVuCong.Runtime.Doors;
using DichVuCong.Saga;
using DichVuCong.Saga.Payments;
using Npgsql;

namespace DichVuCong.Payments.Desk;

/// <summary>
/// What operators order in an inquiry. Role, scope and the rules that can be seen from here are asked before an order is taken; the inquiry's saga
/// asks the rules again, with what it knows then.
/// </summary>
public sealed class InquiryOrders(NpgsqlDataSource database, PaymentDoor door, AccessPolicy policy)
{
    private readonly InquiryDesk _desk = new(database);

    /// <summary>Records what the bank or the agency answered.</summary>
    /// <exception cref="DeskRefusedException">A rule refuses it.</exception>
    /// <exception cref="AccessRefusedException">Role or scope does not allow it.</exception>
    public async Task<OrderGiven> AnswerAsync(string difference, InquiryParty party, string? text, Signatory by, CancellationToken cancellationToken)
    {
        var (inquiry, steps) = await ReadAsync(difference, Permission.Act, by, cancellationToken);
        var said = SpokenText.Take("text", text);
        if (party is not (InquiryParty.Bank or InquiryParty.Agency)) throw DeskRefusals.NoParty();
        if (party == InquiryParty.Bank && inquiry.Partner.Length == 0) throw DeskRefusals.BankNotConcerned();
        if (party == InquiryParty.Agency && inquiry.Agency is null) throw DeskRefusals.AgencyNotKnown();
        return await GiveAsync(
            new Step("answer", $"{party}\n{said}", new AnswerInquiry(difference, party, said, by.Account), said), inquiry, steps, by, cancellationToken,
            $"party={party}");
    }

    /// <summary>Proposes to close an inquiry: the first of two persons.</summary>
    /// <exception cref="DeskRefusedException">A rule refuses it.</exception>
    /// <exception cref="AccessRefusedException">Role or scope does not allow it.</exception>
    public async Task<OrderGiven> ProposeAsync(string difference, string? reason, Signatory by, CancellationToken cancellationToken)
    {
        var (inquiry, steps) = await ReadAsync(difference, Permission.Act, by, cancellationToken);
        if (inquiry.State == InquiryState.Closed) throw DeskRefusals.Closed(difference);
        if (!FourEyes.IsNamed(by.Account)) throw DeskRefusals.NotNamed();
        var said = SpokenText.Take("reason", reason);
        // What one has proposed is proposed: saying it again changes nothing, and is no deed.
        if (inquiry.State == InquiryState.ClosingProposed && FourEyes.IsSame(ProposerOf(steps), by.Account)) return new OrderGiven(IsNew: false);
        return await GiveAsync(new Step("propose", said, new ProposeClosing(difference, said, by.Account), said), inquiry, steps, by, cancellationToken);
    }

    /// <summary>
    /// Agrees to close an inquiry as the second person, or sends the proposal back. Whoever proposed may take the proposal back, but not agree to it.
    /// </summary>
    /// <exception cref="DeskRefusedException">A rule refuses it.</exception>
    /// <exception cref="AccessRefusedException">Role or scope does not allow it.</exception>
    public async Task<OrderGiven> DecideAsync(string difference, bool agreed, string? reason, Signatory by, CancellationToken cancellationToken)
    {
        var (inquiry, steps) = await ReadAsync(difference, Permission.Act, by, cancellationToken);
        if (inquiry.State != InquiryState.ClosingProposed) throw DeskRefusals.NotProposed(difference, inquiry.State);
        var isOwn = FourEyes.IsSame(ProposerOf(steps), by.Account);
        if (agreed && (!FourEyes.AreTwo(ProposerOf(steps), by.Account)
            || await IdentityDesk.AreOneAsync(database, ProposerOf(steps)!, by.Account, cancellationToken))) throw DeskRefusals.ProposerCannotAgree();
        if (!isOwn) AccessPolicy.Require(by.Person, Permission.Approve);
        var said = SpokenText.Take("reason", reason);
        return await GiveAsync(
            new Step("decide", $"{agreed}\n{said}", new DecideClosing(difference, agreed, said, by.Account), said), inquiry, steps, by, cancellationToken,
            $"agreed={agreed}");
    }

    /// <summary>Who proposed to close it last; null when nobody has.</summary>
    public static string? ProposerOf(IReadOnlyList<InquiryStepRow> steps) => steps.LastOrDefault(step => step.Step == InquiryStep.ClosingProposed)?.By;

    private async Task<(InquiryRow Inquiry, IReadOnlyList<InquiryStepRow> Steps)> ReadAsync(
        string difference, Permission permission, Signatory by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        AccessPolicy.Require(by.Person, permission);
        var inquiry = await _desk.FindAsync(difference, cancellationToken) ?? throw DeskRefusals.NoDifference(difference);
        policy.Require(by.Person, permission, inquiry.Agency?.Value);
        while (true)
        {
            var steps = await _desk.StepsAsync(difference, cancellationToken);
            var after = await _desk.FindAsync(difference, cancellationToken) ?? throw DeskRefusals.NoDifference(difference);
            // Read between two steps, state and steps would be of different times, and the same order said again would seem to be another one.
            if (after.State == inquiry.State && after.Since == inquiry.Since && after.Answers == inquiry.Answers) return (after, steps);
            inquiry = after;
        }
    }

    private async Task<OrderGiven> GiveAsync(
        Step step, InquiryRow inquiry, IReadOnlyList<InquiryStepRow> steps, Signatory by, CancellationToken cancellationToken,
        string? detail = null)
    {
        // The same words to the same state of the inquiry are one step, however often they are said.
        var identity = string.Create(
            CultureInfo.InvariantCulture, $"dvc\n{by.Account}\n{inquiry.Difference}\n{step.Name}\n{step.Said}\n{steps.Count}\n{inquiry.State}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity));
        var call = new DoorCall
        {
            Identity = new CallIdentity(PaymentEndpoints.InquirySteps, hash, hash),
            Messages = [new DoorMessage(step.Message, PaymentFlow.Shared)],
        };
        var entry = new AuditEntry(by.Person, $"inquiry.{step.Name}", "inquiry", inquiry.Difference)
        {
            Agency = inquiry.Agency?.Value,
            Reason = step.Text,
            Detail = detail,
        };
        return new OrderGiven((await door.AcceptAsync(call, entry, cancellationToken)).Verdict == DoorVerdict.New);
    }

    private sealed record Step(string Name, string Said, object Message, string Text);
}
