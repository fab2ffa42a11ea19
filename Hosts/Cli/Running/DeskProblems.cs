using DichVuCong.Payments.Desk;

namespace DichVuCong.Cli.Running;

/// <summary>What the desk refuses, in the words of the command line: which option to say, which variable to set.</summary>
internal static class DeskProblems
{
    public static (int ExitCode, string Message) Explain(DeskRefusedException refusal) => refusal switch
    {
        { Rule: DeskRule.NotFound } => (ExitCodes.NotFound, refusal.Message),
        { Rule: DeskRule.Invalid } => (ExitCodes.Usage, $"--{refusal.Field}: {refusal.Message}"),
        { Rule: DeskRule.Ambiguous, Field: "decision" } => (
            ExitCodes.Usage, "Several payments of the order are decided under this number: say --partner and --transaction."),
        { Rule: DeskRule.Ambiguous } => (ExitCodes.Usage, "Several payments of the order were collected: say --partner and --transaction."),
        { Rule: DeskRule.NotNamed } => (ExitCodes.Problems, $"DVC_OPERATOR: {refusal.Message}"),
        { Rule: DeskRule.SecondPerson } => (ExitCodes.Problems, $"{refusal.Message} (DVC_OPERATOR)."),
        { Rule: DeskRule.NotAllowed, Field: "amount" } => (ExitCodes.Problems, $"--amount: {refusal.Message}"),
        _ => (ExitCodes.Problems, refusal.Message),
    };
}
