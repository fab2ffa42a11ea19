using DichVuCong.Gateway.Access;
using DichVuCong.Gateway.Problems;
using DichVuCong.Registries.Access;

namespace DichVuCong.Gateway.Accounts.Scopes;

/// <summary>Who may set and see scopes: each of the two sides (A12.2); operators look, and have agencies compared.</summary>
internal static class ScopeCallers
{
    private const int LongestCode = 20;

    /// <summary>A caller of one of some kinds; null with the refusal.</summary>
    public static Account? Of(Callers callers, HttpRequest request, out IResult refusal, params ReadOnlySpan<AccountKind> kinds)
    {
        var account = callers.Of(request);
        refusal = account is null ? Refusals.Unauthorized() : Refusals.Forbidden("Tài khoản gọi không được dùng địa chỉ này.");
        return account is not null && kinds.Contains(account.Kind) && (account.Kind != AccountKind.OneStop || account.System is not null) ? account : null;
    }

    /// <summary>The system that a caller speaks for or of; null with the refusal.</summary>
    public static string? SystemOf(Account caller, string? named, out IResult refusal)
    {
        refusal = Refusals.Malformed("system", "Cần mã hệ thống một cửa.");
        if (caller.System is not { } own) return IsCode(named) ? named : null;
        refusal = Refusals.Forbidden("Hệ thống một cửa chỉ được hỏi về chính mình.");
        return named is null || named == own ? own : null;
    }

    /// <summary>Whether a text can be a system's code at all.</summary>
    public static bool IsCode(string? text) => text is { Length: > 0 and <= LongestCode } && text.All(char.IsAsciiLetterOrDigit);
}
