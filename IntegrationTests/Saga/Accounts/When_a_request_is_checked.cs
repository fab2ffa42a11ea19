using DichVuCong.Contracts.Accounts;
using DichVuCong.Saga.Accounts;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Tests.Accounts;

internal sealed class When_a_request_is_checked
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly AccountRequestForm Complete = new()
    {
        Kind = "create",
        FullName = "Nguyễn Văn An",
        PersonalId = "001090012345",
        Unit = "H29.1",
        Position = "Chuyên viên",
        Phone = "0912 345 678",
        Email = "an.nv@hcm.gov.vn",
        Groups = ["QUAN_TRI"],
        Reason = "Thay người quản trị cũ",
        DocumentNumber = "12/UBND-VP",
        DocumentDate = "2026-03-02",
        DocumentSigner = "Trần Thị Bình",
        DocumentFile = "files/1",
    };

    private static IEnumerable<TestCaseData> Missing()
    {
        yield return Case("fullName", form => form with { FullName = " " });
        yield return Case("personalId", form => form with { PersonalId = null });
        yield return Case("unit", form => form with { Unit = "" });
        yield return Case("position", form => form with { Position = null });
        yield return Case("phone", form => form with { Phone = null });
        yield return Case("email", form => form with { Email = null });
        yield return Case("groups", form => form with { Groups = [] });
        yield return Case("reason", form => form with { Reason = null });
        yield return Case("kind", form => form with { Kind = null });
        yield return Case("documentNumber", form => form with { DocumentNumber = null });
        yield return Case("documentDate", form => form with { DocumentDate = null });
        yield return Case("documentSigner", form => form with { DocumentSigner = null });
        yield return Case("documentFile", form => form with { DocumentFile = null });
        yield return Case("account", form => form with { Kind = "lock" });
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("personalId", form => form with { PersonalId = "0123456789" }, AccountRequestRules.PersonalNumber);
        yield return Case("personalId", form => form with { PersonalId = "003090012345" }, AccountRequestRules.PersonalNumber);
        yield return Case("unit", form => form with { Unit = "Sở Tư pháp" }, AccountRequestRules.Unit);
        yield return Case("phone", form => form with { Phone = "12" }, AccountRequestRules.Phone);
        yield return Case("phone", form => form with { Phone = "024 3825 1234" }, AccountRequestRules.Phone);
        yield return Case("email", form => form with { Email = "an" }, AccountRequestRules.Email);
        yield return Case("email", form => form with { Email = "an@gmail.com" }, AccountRequestRules.OfficialEmail);
        yield return Case("email", form => form with { Email = "an@evilgov.vn" }, AccountRequestRules.OfficialEmail);
        yield return Case("groups[1]", form => form with { Groups = ["QUAN_TRI", "ADMIN"] }, AccountRequestRules.UnknownWord);
        yield return Case("kind", form => form with { Kind = "delete" }, AccountRequestRules.UnknownWord);
        yield return Case("kind", form => form with { Kind = "1" }, AccountRequestRules.UnknownWord);
        yield return Case("target", form => form with { Target = "vneid" }, AccountRequestRules.UnknownWord);
        yield return Case("documentDate", form => form with { DocumentDate = "2026-03-03" }, AccountRequestRules.Date);
        yield return Case("documentDate", form => form with { DocumentDate = "02/03/2026" }, AccountRequestRules.Date);
        yield return Case("position", form => form with { Position = new string('x', 201) }, AccountRequestRules.TooLong);
        yield return Case("account", form => form with { Kind = "unlock", Account = "1" }, AccountRequestRules.Account);
    }

    [Test]
    public void Should_take_what_is_complete()
    {
        var request = Check(Complete, out var deficiencies).ShouldNotBeNull();

        deficiencies.ShouldBeEmpty();
        (request.Kind, request.Groups, request.IsOurs, request.Document).ShouldBe((AccountRequestKind.Create, Acc.Administrator, true, Acc.Document));
        Check(Complete with { Kind = "changeRights", Account = Acc.Id.Value }, out _).ShouldNotBeNull().Account.ShouldBe(Acc.Id);
        Check(Complete with { Kind = "lock", Account = Acc.Id.Value, Groups = null }, out _).ShouldNotBeNull("a lock asks for no right");
    }

    [TestCaseSource(nameof(Missing))]
    public void Should_name_the_field_that_is_missing(string field, Func<AccountRequestForm, AccountRequestForm> change)
    {
        Check(change(Complete), out var deficiencies).ShouldBeNull();
        var found = deficiencies.ShouldHaveSingleItem();
        (found.Field, found.Code).ShouldBe((field, AccountRequestRules.Missing.Code));
    }

    [TestCaseSource(nameof(Wrong))]
    public void Should_name_the_field_and_the_rule_of_what_is_wrong(string field, Func<AccountRequestForm, AccountRequestForm> change, DeficiencyRule rule)
    {
        Check(change(Complete), out var deficiencies).ShouldBeNull();
        var found = deficiencies.ShouldHaveSingleItem();
        (found.Field, found.Code).ShouldBe((field, rule.Code));
    }

    [Test]
    public void Should_name_everything_at_once_and_repeat_nothing_of_it()
    {
        Check(new AccountRequestForm { PersonalId = "bí mật" }, out var deficiencies).ShouldBeNull();

        deficiencies.Select(found => found.Field).ShouldBe(
            ["kind", "fullName", "personalId", "unit", "position", "phone", "email", "reason", "documentSigner", "documentNumber", "documentFile", "documentDate"], ignoreOrder: true);
        deficiencies.ShouldAllBe(found => !found.Message.Contains("bí mật") && !found.Message.Contains('{'));
        Complete.ToString().ShouldNotContain("An");
    }

    [TestCase("procedureDatabase", false), TestCase("feedback", false), TestCase("index766", false), TestCase("portal", true), TestCase(null, true)]
    public void Should_know_whose_request_it_is(string? target, bool isOurs) => Check(Complete with { Target = target }, out _)!.IsOurs.ShouldBe(isOurs);

    [Test]
    public void Should_have_codes_that_are_all_different() => AccountRequestRules.All.Select(rule => rule.Code).ShouldBeUnique();

    private static CompleteAccountRequest? Check(AccountRequestForm form, out IReadOnlyList<Deficiency> deficiencies) =>
        AccountRequestCheck.Check(form, Today, ["gov.vn"], out deficiencies);

    private static TestCaseData Case(string field, Func<AccountRequestForm, AccountRequestForm> change, DeficiencyRule? rule = null) =>
        (rule is null ? new TestCaseData(field, change) : new TestCaseData(field, change, rule)).SetArgDisplayNames(field, rule?.Code ?? "missing", change.Method.Name);
}
