# One violation of each rule that a plan can show, in a resource named after the rule. A plan knows the ARN of what exists.

resource "aws_secretsmanager_secret" "allow_by_not_action" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:allow-by-not-action"
  name = "allow-by-not-action"
}

resource "aws_secretsmanager_secret_policy" "allow_by_not_action" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:allow-by-not-action"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/app" }, NotAction = "secretsmanager:DeleteSecret", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "allow_by_not_principal" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:allow-by-not-principal"
  name = "allow-by-not-principal"
}

resource "aws_secretsmanager_secret_policy" "allow_by_not_principal" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:allow-by-not-principal"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", NotPrincipal = { AWS = "arn:aws:iam::000000000000:role/app" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "deleted_principal" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:deleted-principal"
  name = "deleted-principal"
}

resource "aws_secretsmanager_secret_policy" "deleted_principal" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:deleted-principal"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "AROAEXAMPLEEXAMPLE22" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "too_many_accounts" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:too-many-accounts"
  name = "too-many-accounts"
}

resource "aws_secretsmanager_secret_policy" "too_many_accounts" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:too-many-accounts"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = ["111122223333", "444455556666"] }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "too_many_principals" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:too-many-principals"
  name = "too-many-principals"
}

resource "aws_secretsmanager_secret_policy" "too_many_principals" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:too-many-principals"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = ["arn:aws:iam::000000000000:role/a", "arn:aws:iam::000000000000:role/b"] }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "wildcard_action" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:wildcard-action"
  name = "wildcard-action"
}

resource "aws_secretsmanager_secret_policy" "wildcard_action" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:wildcard-action"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/app" }, Action = "secretsmanager:*", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "wildcard_resource_policy" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:wildcard-resource-policy"
  name = "wildcard-resource-policy"
}

resource "aws_secretsmanager_secret_policy" "wildcard_resource_policy" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:wildcard-resource-policy"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "outside_trust_zone" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:outside-trust-zone"
  name = "outside-trust-zone"
}

resource "aws_secretsmanager_secret_policy" "outside_trust_zone" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:outside-trust-zone"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "999988887777" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "policy_sprawl" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:policy-sprawl"
  name = "policy-sprawl"
}

resource "aws_secretsmanager_secret_policy" "policy_sprawl" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:policy-sprawl"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/a" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }, { Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/b" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "policy_near_size_limit" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:policy-near-size-limit"
  name = "policy-near-size-limit"
}

resource "aws_secretsmanager_secret_policy" "policy_near_size_limit" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:policy-near-size-limit"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/readers/of-the-orders-service" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }, { Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/readers/of-the-billing-service" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }, { Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/readers/of-the-search-service" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }, { Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/readers/of-the-mail-service" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "void_condition" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:void-condition"
  name = "void-condition"
}

resource "aws_secretsmanager_secret_policy" "void_condition" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:void-condition"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*", Condition = { StringEqualsIfExists = { "aws:SourceVpce" = "vpce-0a1b2c3d4e5f60718" } } }] })
}

resource "aws_secretsmanager_secret" "dead_policy_element" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:dead-policy-element"
  name = "dead-policy-element"
}

resource "aws_secretsmanager_secret_policy" "dead_policy_element" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:dead-policy-element"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/app" }, Action = "secretsmanager:GetSecretValue", Resource = "*", Condition = { StringEquals = { "s3:prefix" = "reports/" } } }] })
}

resource "aws_secretsmanager_secret" "avoidable_deny" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:avoidable-deny"
  name = "avoidable-deny"
}

resource "aws_secretsmanager_secret_policy" "avoidable_deny" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:avoidable-deny"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*", Condition = { StringEquals = { "aws:Referer" = "https://example.com" } } }] })
}

resource "aws_secretsmanager_secret" "required_condition_missing" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:required-condition-missing"
  name = "required-condition-missing"
}

resource "aws_secretsmanager_secret_policy" "required_condition_missing" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:required-condition-missing"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/app" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "no_restrictive_policy" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:no-restrictive-policy"
  name = "no-restrictive-policy"
}

resource "aws_secretsmanager_secret_policy" "no_restrictive_policy" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:no-restrictive-policy"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/app" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "mixed_rights" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:mixed-rights"
  name = "mixed-rights"
}

resource "aws_secretsmanager_secret_policy" "mixed_rights" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:mixed-rights"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/app" }, Action = ["secretsmanager:GetSecretValue", "secretsmanager:DeleteSecret"], Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "unbound_service" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:unbound-service"
  name = "unbound-service"
}

resource "aws_secretsmanager_secret_policy" "unbound_service" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:unbound-service"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "example-service.amazonaws.com" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_kms_key" "readable_by_nobody" {
  arn                 = "arn:aws:kms:undeployed:000000000000:key/readable_by_nobody"
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "readable_by_nobody" {
  key_id = "arn:aws:kms:undeployed:000000000000:key/readable_by_nobody"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/app" }, Action = "kms:DescribeKey", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "readable_by_nobody" {
  name       = "readable-by-nobody"
  kms_key_id = "arn:aws:kms:undeployed:000000000000:key/readable_by_nobody"
}

resource "aws_kms_key" "key_policy_deleted_principal" {
  arn                 = "arn:aws:kms:undeployed:000000000000:key/key_policy_deleted_principal"
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "key_policy_deleted_principal" {
  key_id = "arn:aws:kms:undeployed:000000000000:key/key_policy_deleted_principal"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "AROAEXAMPLEEXAMPLE22" }, Action = "kms:Decrypt", Resource = "*" }] })
}

resource "aws_kms_key" "key_policy_outside_trust" {
  arn                 = "arn:aws:kms:undeployed:000000000000:key/key_policy_outside_trust"
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "key_policy_outside_trust" {
  key_id = "arn:aws:kms:undeployed:000000000000:key/key_policy_outside_trust"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "999988887777" }, Action = "kms:Decrypt", Resource = "*" }] })
}

resource "aws_kms_key" "key_policy_public" {
  arn                 = "arn:aws:kms:undeployed:000000000000:key/key_policy_public"
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "key_policy_public" {
  key_id = "arn:aws:kms:undeployed:000000000000:key/key_policy_public"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:Decrypt", Resource = "*" }] })
}

resource "aws_kms_key" "key_policy_wildcard_action" {
  arn                 = "arn:aws:kms:undeployed:000000000000:key/key_policy_wildcard_action"
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "key_policy_wildcard_action" {
  key_id = "arn:aws:kms:undeployed:000000000000:key/key_policy_wildcard_action"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::000000000000:role/app" }, Action = "kms:*", Resource = "*" }] })
}

resource "aws_kms_key" "key_policy_void_condition" {
  arn                 = "arn:aws:kms:undeployed:000000000000:key/key_policy_void_condition"
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "key_policy_void_condition" {
  key_id = "arn:aws:kms:undeployed:000000000000:key/key_policy_void_condition"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = "*", Action = "kms:Decrypt", Resource = "*", Condition = { StringEqualsIfExists = { "aws:SourceVpce" = "vpce-0a1b2c3d4e5f60718" } } }] })
}

resource "aws_kms_key" "customer_key_without_rotation" {
  arn                 = "arn:aws:kms:undeployed:000000000000:key/customer_key_without_rotation"
  enable_key_rotation = false
}

resource "aws_kms_key" "key_disabled" {
  arn                 = "arn:aws:kms:undeployed:000000000000:key/key_disabled"
  enable_key_rotation = true
  is_enabled          = false
}

resource "aws_kms_key" "key_unusable" {
  arn                 = "arn:aws:kms:undeployed:000000000000:key/key_unusable"
  enable_key_rotation = true
  is_enabled          = false
}

resource "aws_secretsmanager_secret" "key_unusable" {
  arn        = "arn:aws:secretsmanager:undeployed:000000000000:secret:key-unusable"
  name       = "key-unusable"
  kms_key_id = "arn:aws:kms:undeployed:000000000000:key/key_unusable"
}

resource "aws_secretsmanager_secret" "aws_managed_key" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:aws-managed-key"
  name = "aws-managed-key"
}

resource "aws_secretsmanager_secret" "key_not_allowed" {
  arn        = "arn:aws:secretsmanager:undeployed:000000000000:secret:key-not-allowed"
  name       = "key-not-allowed"
  kms_key_id = "arn:aws:kms:undeployed:000000000000:key/other"
}

resource "aws_secretsmanager_secret" "key_of_another_account" {
  arn        = "arn:aws:secretsmanager:undeployed:000000000000:secret:key-of-another-account"
  name       = "key-of-another-account"
  kms_key_id = "arn:aws:kms:undeployed:999988887777:key/0"
}

resource "aws_secretsmanager_secret" "shared_under_aws_managed_key" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:shared-under-aws-managed-key"
  name = "shared-under-aws-managed-key"
}

resource "aws_secretsmanager_secret_policy" "shared_under_aws_managed_key" {
  secret_arn = "arn:aws:secretsmanager:undeployed:000000000000:secret:shared-under-aws-managed-key"
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "secretsmanager:GetSecretValue", Resource = "*" }] })
}

resource "aws_secretsmanager_secret" "no_description" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:no-description"
  name = "no-description"
}

resource "aws_secretsmanager_secret" "no_owner" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:no-owner"
  name = "no-owner"
}

resource "aws_secretsmanager_secret" "required_tags_missing" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:required-tags-missing"
  name = "required-tags-missing"
}

resource "aws_secretsmanager_secret" "replica_under_weaker_key" {
  arn        = "arn:aws:secretsmanager:undeployed:000000000000:secret:replica-under-weaker-key"
  name       = "replica-under-weaker-key"
  kms_key_id = "alias/app"
  replica {
    region = "eu-west-3"
  }
}

resource "aws_secretsmanager_secret" "replica_region_not_allowed" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:replica-region-not-allowed"
  name = "replica-region-not-allowed"
  replica {
    region = "eu-west-3"
  }
  replica {
    region = "us-east-1"
  }
}

resource "aws_secretsmanager_secret" "rotation_not_enabled" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:rotation-not-enabled"
  name = "rotation-not-enabled"
}

resource "aws_secretsmanager_secret" "rotation_without_function" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:rotation-without-function"
  name = "rotation-without-function"
}

resource "aws_secretsmanager_secret_rotation" "rotation_without_function" {
  secret_id = "arn:aws:secretsmanager:undeployed:000000000000:secret:rotation-without-function"
  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret" "rotation_function_elsewhere" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:rotation-function-elsewhere"
  name = "rotation-function-elsewhere"
}

resource "aws_secretsmanager_secret_rotation" "rotation_function_elsewhere" {
  secret_id           = "arn:aws:secretsmanager:undeployed:000000000000:secret:rotation-function-elsewhere"
  rotation_lambda_arn = "arn:aws:lambda:eu-west-3:000000000000:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret" "rotation_interval_too_long" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:rotation-interval-too-long"
  name = "rotation-interval-too-long"
}

resource "aws_secretsmanager_secret_rotation" "rotation_interval_too_long" {
  secret_id           = "arn:aws:secretsmanager:undeployed:000000000000:secret:rotation-interval-too-long"
  rotation_lambda_arn = "arn:aws:lambda:undeployed:000000000000:function:rotate"
  rotation_rules {
    automatically_after_days = 365
  }
}

resource "aws_secretsmanager_secret" "rotation_window_too_short" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:rotation-window-too-short"
  name = "rotation-window-too-short"
}

resource "aws_secretsmanager_secret_rotation" "rotation_window_too_short" {
  secret_id           = "arn:aws:secretsmanager:undeployed:000000000000:secret:rotation-window-too-short"
  rotation_lambda_arn = "arn:aws:lambda:undeployed:000000000000:function:rotate"
  rotation_rules {
    schedule_expression = "rate(10 days)"
    duration            = "1h"
  }
}

resource "aws_secretsmanager_secret" "single_user_rotation" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:prod/single-user-rotation"
  name = "prod/single-user-rotation"
}

resource "aws_secretsmanager_secret_rotation" "single_user_rotation" {
  secret_id           = "arn:aws:secretsmanager:undeployed:000000000000:secret:prod/single-user-rotation"
  rotation_lambda_arn = "arn:aws:lambda:undeployed:000000000000:function:RDSPostgreSQLRotationSingleUser"
  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_ssm_parameter" "secret_kept_as_string" {
  name = "secret-kept-as-string-password"
  type = "String"
}

resource "aws_ssm_parameter" "advanced_parameter_without_need" {
  name = "advanced-parameter-without-need"
  type = "String"
  tier = "Advanced"
}

resource "aws_ssm_parameter" "parameter_under_aws_managed_key" {
  name = "parameter-under-aws-managed-key"
  type = "SecureString"
}

resource "aws_ssm_parameter" "parameter_without_owner" {
  name = "parameter-without-owner"
  type = "SecureString"
}

resource "aws_secretsmanager_secret" "value_in_template" {
  arn  = "arn:aws:secretsmanager:undeployed:000000000000:secret:value-in-template"
  name = "value-in-template"
}

resource "aws_secretsmanager_secret_version" "value_in_template" {
  secret_id     = "arn:aws:secretsmanager:undeployed:000000000000:secret:value-in-template"
  secret_string = "open-to-every-reader-7"
}

resource "aws_ssm_parameter" "parameter_value_in_template" {
  name  = "parameter-value-in-template"
  type  = "SecureString"
  value = "open-to-every-reader-7"
}
