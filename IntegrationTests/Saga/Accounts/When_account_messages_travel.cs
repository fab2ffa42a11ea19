using System.Reflection;
using System.Text.Json;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Saga.Accounts;

namespace DichVuCong.Saga.Tests.Accounts;

internal sealed class When_account_messages_travel
{
    private static readonly Type[] Personal = [typeof(PersonalId), typeof(PersonName), typeof(PhoneNumber), typeof(EmailAddress), typeof(AccountProfile)];

    private static IEnumerable<Type> Messages => typeof(AccountJson).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(AccountJson).Namespace && type.GetCustomAttribute<MessageNameAttribute>() is not null);

    [Test]
    public void Should_all_be_declared_under_the_capabilitys_name()
    {
        var declared = AccountTopologies.Of(new AccountRules()).Messages.Select(message => message.ClrType).ToHashSet();

        Messages.Count().ShouldBe(37);
        Messages.ShouldAllBe(message => declared.Contains(message));
        Messages.Select(MessageNameAttribute.Of).ShouldBeUnique();
        Messages.ShouldAllBe(message => MessageNameAttribute.Of(message).StartsWith("accounts.") && MessageNameAttribute.Of(message).EndsWith(".v1"));
    }

    [Test]
    public void Should_carry_no_personal_data() =>
        Messages.SelectMany(message => message.GetProperties()).ShouldAllBe(property => !Personal.Contains(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));

    [Test]
    public void Should_write_groups_by_their_words_in_order_and_each_once()
    {
        var groups = JsonSerializer.Deserialize("""{"account":"T26030201G7K9A2B","agency":"H29.1","groups":["XU_LY","TIEP_NHAN","XU_LY"],"by":"a","version":1}""", AccountJson.Default.AccountGroupsChanged)!.Groups;

        groups.ToString().ShouldBe("TIEP_NHAN,XU_LY");
        groups.Has(PermissionGroup.Receiving).ShouldBeTrue();
        groups.Has(PermissionGroup.Clerical).ShouldBeFalse();
    }

    [TestCase("""["QUAN_TRI_HE_THONG"]"""), TestCase("[1]"), TestCase("\"XU_LY\"")]
    public void Should_read_no_other_group(string groups) => Should.Throw<JsonException>(() =>
        JsonSerializer.Deserialize($$"""{"account":"T26030201G7K9A2B","agency":"H29.1","groups":{{groups}},"by":"a","version":1}""", AccountJson.Default.AccountGroupsChanged));

    [TestCase("T26030201G7K9A2B", true), TestCase("T26023001G7K9A2B", false), TestCase("A26030201G7K9A2B", false), TestCase("T26030201G7K9A2", false)]
    [TestCase("T26030201G7K9AUI", false), TestCase("", false), TestCase(null, false)]
    public void Should_know_an_accounts_identity(string? text, bool isOne) => AccountId.TryParse(text, out _).ShouldBe(isOne);

    [Test]
    public void Should_put_an_identity_together()
    {
        var id = AccountId.Of(new DateOnly(2026, 3, 2), ulong.MaxValue);

        id.Value.ShouldBe("T260302ZZZZZZZZZ");
        AccountId.Parse(id.Value).ShouldBe(id);
    }

    [Test]
    public void Should_mask_a_profile_wherever_it_is_shown()
    {
        PersonName.TryParse("Nguyễn Văn An", out var name).ShouldBeTrue();
        PersonalId.TryParse("001090012345", out var number).ShouldBeTrue();
        PhoneNumber.TryParse("0912345678", out var phone).ShouldBeTrue();
        EmailAddress.TryParse("an.nv@danang.gov.vn", out var email).ShouldBeTrue();
        var profile = new AccountProfile { Account = Acc.Id, Revision = 1, FullName = name!, PersonalId = number!, Unit = Acc.Agency, Position = "Chuyên viên", Phone = phone!, Email = email! };

        foreach (var open in new[] { "Nguyễn", "001090012", "84912345", "an.nv" }) profile.ToString().ShouldNotContain(open);
    }
}
