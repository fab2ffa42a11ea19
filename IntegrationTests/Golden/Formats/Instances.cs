using System.Reflection;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Parcels;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Golden.Tests.Formats;

/// <summary>
/// Instances of any record: with every field filled, or with the least there can be. Fields are found by reflection, so that a new one cannot
/// be forgotten.
/// </summary>
internal static class Instances
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Contracts.Accounts.Scopes.ScopeLife Life = new(Contracts.Accounts.Scopes.ScopeSide.OneStop, 1_772_416_800);
    private static readonly Contracts.Accounts.Scopes.LogicalTime At = new(1_772_416_800_123, 4);

    private static readonly Dictionary<Type, object> Values = new()
    {
        [typeof(string)] = "Văn bản \"có dấu\" & <ký tự>",
        [typeof(bool)] = true,
        [typeof(int)] = 7,
        [typeof(short)] = (short)8,
        [typeof(long)] = 9_000_000_001L,
        [typeof(byte[])] = new byte[] { 1, 2, 250 },
        [typeof(Guid)] = Guid.Parse("0195a000-0000-7000-8000-000000000001"),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2026, 3, 2, 9, 5, 7, 123, VietnamTime.Offset),
        [typeof(DateOnly)] = new DateOnly(2026, 3, 2),
        [typeof(Uri)] = new Uri("https://vi-du.example/tep?so=1"),
        [typeof(DossierCode)] = DossierCode.Parse("H29.101-260302-5000001"),
        [typeof(AgencyCode)] = AgencyCode.Parse("H29.101"),
        [typeof(ObligationId)] = ObligationId.Parse("H29/2026-000123"),
        [typeof(PaymentReference)] = PaymentReference.Of(new DateOnly(2026, 3, 2), 12345),
        [typeof(Vnd)] = new Vnd(150_000),
        [typeof(Contracts.Accounts.Scopes.ScopeLife)] = Life,
        [typeof(Contracts.Accounts.Scopes.LogicalTime)] = At,
        [typeof(Contracts.Accounts.Scopes.ScopeVector)] = Contracts.Accounts.Scopes.ScopeVector.Empty.With(Life, At),
        [typeof(ProcedureCode)] = ProcedureCode.Parse("1.001193"),
        [typeof(PersonalId)] = PersonalId.TryParse("001090000001", out var id) ? id : throw new FormatException(),
        [typeof(PersonName)] = PersonName.TryParse("Nguyễn Văn Mẫu", out var name) ? name : throw new FormatException(),
        [typeof(PhoneNumber)] = PhoneNumber.TryParse("0900000001", out var phone) ? phone : throw new FormatException(),
        [typeof(EmailAddress)] = EmailAddress.TryParse("mau@vi-du.example", out var email) ? email : throw new FormatException(),
        [typeof(AccountId)] = AccountId.Parse("T26030201G7K9A2B"),
        [typeof(GroupSet)] = GroupSet.Of(PermissionGroup.Receiving, PermissionGroup.UnitAdministrator),
        [typeof(Place)] = new Place("01", "00004"),
        [typeof(ParcelId)] = ParcelId.Parse("H29.101-260302-5000001/result"),
        [typeof(PostOrderNumber)] = PostOrderNumber.Parse("H29.101-260302-5000001-L2"),
        [typeof(PostalAddress)] = PostalAddress.TryParse("Số 1 Đường Mẫu", out var address) ? address : throw new FormatException(),
    };

    /// <summary>Every field filled.</summary>
    public static object Full(Type type) => Make(type, isFull: true);

    /// <summary>Fields that may be absent are; the others are as small as can be.</summary>
    public static object Minimal(Type type) => Make(type, isFull: false);

    private static object Make(Type type, bool isFull)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(constructor => constructor.GetParameters() is not [{ ParameterType: var only }] || only != type)
            .MaxBy(constructor => constructor.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var made = constructor.Invoke([.. parameters.Select(parameter => Value(parameter.ParameterType, IsOptional(parameter), isFull))]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && parameters.All(parameter => parameter.Name != property.Name)))
        {
            if (property.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>() is not null) continue;
            if (isFull || IsRequired(property)) property.SetValue(made, Value(property.PropertyType, IsOptional(property), isFull));
        }

        return made;
    }

    private static object? Value(Type type, bool isOptional, bool isFull)
    {
        if (isOptional && !isFull) return null;
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsEnum) return Enum.GetValues(bare).Cast<object>().OrderBy(Convert.ToInt32).ElementAt(isFull ? Enum.GetValues(bare).Length - 1 : 0);
        if (bare == typeof(bool)) return isFull;
        if (Values.TryGetValue(bare, out var value)) return value;
        if (bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return List(bare.GetGenericArguments()[0], isFull);
        return bare.IsClass && !bare.IsAbstract ? Make(bare, isFull) : throw new InvalidOperationException($"There is no example of {bare} yet.");
    }

    private static Array List(Type element, bool isFull)
    {
        var list = Array.CreateInstance(element, isFull ? 2 : 0);
        for (var index = 0; index < list.Length; index++) list.SetValue(Value(element, isOptional: false, isFull), index);
        return list;
    }

    private static bool IsRequired(PropertyInfo property) => property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;

    private static bool IsOptional(ParameterInfo parameter) => Nullability.Create(parameter).ReadState == NullabilityState.Nullable;

    private static bool IsOptional(PropertyInfo property) => Nullability.Create(property).ReadState == NullabilityState.Nullable;
}
