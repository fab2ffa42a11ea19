using System.Diagnostics.CodeAnalysis;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Gateway.Payments;
using DichVuCong.Gateway.Payments.Obligations;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.Accounts;

/// <summary>Fields that several calls about accounts share; whatever breaks a rule is named, and null is returned in its place.</summary>
internal static class AccountFields
{
    private const int LongestName = 100;
    private const int LongestReason = 500;
    private const int LongestFile = 200;
    private const int MostGroups = 20;

    /// <summary>The account of the person who does it.</summary>
    public static string? By(string? text, ObligationFaults faults)
    {
        var by = FieldRules.Text(text, "by", "tài khoản người thực hiện", LongestName, faults);
        if (by is null || FourEyes.IsNamed(by)) return by;
        faults.Add("by", "by.malformed", "Tên tài khoản có ký tự không so sánh được (dấu rời hoặc ký tự ẩn).");
        return null;
    }

    /// <summary>Why it is done.</summary>
    public static string? Reason(string? text, ObligationFaults faults) => FieldRules.Text(text, "reason", "lý do", LongestReason, faults);

    /// <summary>A document.</summary>
    public static OfficialDocument? Document(string? number, string? date, string? file, DateOnly today, ObligationFaults faults)
    {
        var (read, day, kept) = (
            FieldRules.Text(number, "number", "số văn bản", LongestName, faults), FieldRules.PastDay(date, "date", today, faults),
            FieldRules.Text(file, "file", "tệp văn bản", LongestFile, faults));
        return read is not null && day is { } on && kept is not null ? new OfficialDocument(read, on, kept) : null;
    }

    /// <summary>Groups; none only where that means something.</summary>
    public static GroupSet Groups(IReadOnlyList<string?>? words, bool mayBeNone, ObligationFaults faults)
    {
        var groups = GroupSet.None;
        foreach (var (index, word) in (words ?? []).Take(MostGroups).Index())
        {
            if (EnumWord<PermissionGroup>.TryParse(word?.Trim(), out var group)) groups = groups.With(GroupSet.Of(group));
            else faults.Add($"groups[{index}]", "account.unknown-word", $"Chỉ nhận một trong các giá trị: {string.Join(", ", EnumWord<PermissionGroup>.All)}.");
        }

        if (words is null || (words.Count == 0 && !mayBeNone)) faults.Missing("groups", "nhóm quyền");
        return groups;
    }

    /// <summary>A word of an enumeration, as the contract writes it.</summary>
    public static T? Word<T>(string? text, string field, string label, ObligationFaults faults)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) faults.Missing(field, label);
        else if (TryParse<T>(text.Trim(), out var value)) return value;
        else faults.Add(field, "account.unknown-word", $"Chỉ nhận một trong các giá trị: {string.Join(", ", Enum.GetNames<T>().Select(Camel))}.");
        return null;
    }

    private static bool TryParse<T>(string text, [NotNullWhen(true)] out T value)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && char.IsAsciiLetter(text[0]);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
